import { Screen } from '../../components/screen.tsx'
import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { Behaviour } from './behaviour.tsx'
import { Engine } from './engine/engine.tsx'
import { Project } from './project/project.tsx'

/** What can be chosen: which Docker, how the project is run, how Shoal looks and behaves. Changes are saved at once. */
export default function Settings() {
  return (
    <Screen title="Settings">
      <Engine />
      <Project />
      <Appearance />
      <Behaviour />
      <About />
    </Screen>
  )
}

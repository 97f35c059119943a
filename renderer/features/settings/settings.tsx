import { Screen } from '../../components/screen.tsx'
import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { Behaviour } from './behaviour.tsx'
import { Engine } from './engine/engine.tsx'
import { Project } from './project/project.tsx'

/** What can be chosen: how the project is run, how Shoal looks and behaves, which Docker it uses. Changes are saved at once. */
export default function Settings() {
  return (
    <Screen title="Settings">
      <Project />
      <Appearance />
      <Behaviour />
      {/* Its list grows as engines answer: nothing that can be changed stands below it. */}
      <Engine />
      <About />
    </Screen>
  )
}

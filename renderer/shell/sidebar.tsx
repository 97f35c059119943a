import { FileSliders, LayoutDashboard, ScrollText, Settings2 } from 'lucide-react'
import { Tip } from '../components/tip.tsx'
import { hrefOf, type Screen } from '../store/route.ts'
import { usePick, useShoal } from '../store/store.ts'
import { ProjectSwitch } from './project-switch.tsx'
import styles from './sidebar.module.css'

const LINKS: readonly { screen: Screen; label: string; icon: typeof Settings2; keys: string }[] = [
  { screen: 'overview', label: 'Overview', icon: LayoutDashboard, keys: 'Mod+1' },
  { screen: 'logs', label: 'Logs', icon: ScrollText, keys: 'Mod+2' },
  { screen: 'environment', label: 'Environment', icon: FileSliders, keys: 'Mod+3' },
  { screen: 'settings', label: 'Settings', icon: Settings2, keys: 'Mod+4' },
]

/** The project, where to go, and the Docker that all runs on. */
export function Sidebar() {
  const current = useShoal(({ route }) => route.screen)
  return (
    <aside className={styles.sidebar}>
      <ProjectSwitch />
      <nav className={styles.nav} aria-label="Screens">
        {LINKS.map(({ screen, label, icon: Icon, keys }) => (
          <Tip key={screen} text={label} keys={keys} side="right">
            <a
              className={styles.link}
              href={hrefOf(screen)}
              aria-current={screen === current ? 'page' : undefined}
            >
              <Icon size={16} aria-hidden="true" />
              <span className={styles.word}>{label}</span>
            </a>
          </Tip>
        ))}
      </nav>
      <div className={styles.foot}>
        <Engine />
      </div>
    </aside>
  )
}

function Engine() {
  const { link, docker } = usePick(({ link, docker }) => ({ link, docker }))
  const state = link !== 'open' || !docker ? 'unknown' : docker.state
  const words =
    link !== 'open'
      ? 'Connecting'
      : docker?.state === 'found'
        ? `${docker.engine.name} ${docker.engine.version}`
        : docker
          ? 'No Docker'
          : 'Looking for Docker'
  return (
    <Tip text={words} side="right">
      <a className={styles.engine} href={hrefOf('settings')}>
        <span className={styles.dot} data-state={state} aria-hidden="true" />
        <span className={styles.word}>{words}</span>
      </a>
    </Tip>
  )
}

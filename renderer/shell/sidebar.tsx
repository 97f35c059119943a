import {
  Activity,
  FileSliders,
  Gauge,
  Keyboard,
  LayoutDashboard,
  ScrollText,
  Search,
  Settings2,
} from 'lucide-react'
import { IconButton } from '../components/icon-button.tsx'
import { Keys } from '../components/keys.tsx'
import { Tip } from '../components/tip.tsx'
import { isUnderWay } from '../model/plan-run.ts'
import { SCREENS, type Screen } from '../model/screens.ts'
import { hrefOf } from '../store/route.ts'
import { usePick, useShoal } from '../store/store.ts'
import { EngineState } from './engine-state.tsx'
import { ProjectSwitch } from './project-switch.tsx'
import styles from './sidebar.module.css'

const ICONS: Readonly<Record<Screen, typeof Settings2>> = {
  overview: LayoutDashboard,
  traffic: Activity,
  resources: Gauge,
  logs: ScrollText,
  environment: FileSliders,
  settings: Settings2,
}

/** The project, where to go, and the Docker that all runs on. */
export function Sidebar() {
  const current = useShoal(({ route }) => route.screen)
  const { show, running } = usePick(({ show, run }) => ({ show, running: isUnderWay(run) }))
  return (
    <aside className={styles.sidebar} aria-label="Shoal">
      <ProjectSwitch />
      <Tip text="Commands" keys="Mod+K" side="right">
        <button type="button" className={styles.find} onClick={() => show('palette')}>
          <Search size={15} aria-hidden="true" />
          <span className={styles.word}>Commands</span>
          <span className={styles.keys} aria-hidden="true">
            <Keys keys="Mod+K" />
          </span>
        </button>
      </Tip>
      <nav className={styles.nav} aria-label="Screens">
        {SCREENS.map(({ screen, label, keys: [keys] }) => {
          const Icon = ICONS[screen]
          return (
            <Tip key={screen} text={label} keys={keys} side="right">
              <a
                className={styles.link}
                href={hrefOf(screen)}
                aria-current={screen === current ? 'page' : undefined}
              >
                <Icon size={16} aria-hidden="true" />
                <span className={styles.word}>{label}</span>
                {screen === 'overview' && running && <span className={styles.busy} aria-hidden="true" />}
              </a>
            </Tip>
          )
        })}
      </nav>
      <div className={styles.foot}>
        <EngineState />
        <IconButton label="Keyboard shortcuts" keys="?" size="small" onClick={() => show('shortcuts')}>
          <Keyboard size={15} />
        </IconButton>
      </div>
    </aside>
  )
}

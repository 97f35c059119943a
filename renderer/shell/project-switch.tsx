import { ChevronsUpDown, FolderOpen } from 'lucide-react'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../components/menu.tsx'
import { attempt } from '../lib/notify.ts'
import { usePick } from '../store/store.ts'
import styles from './project-switch.module.css'

/** The open project's name; its menu leads to the others. */
export function ProjectSwitch() {
  const { project, recent, openProject, closeProject } = usePick((state) => ({
    project: state.project,
    recent: state.recent,
    openProject: state.openProject,
    closeProject: state.closeProject,
  }))
  const others = recent.filter(({ directory, present }) => present && directory !== project?.directory)
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.switch} aria-label={`Project ${project?.name ?? ''}`}>
          <img className={styles.mark} src="./mark.svg" alt="" />
          <span className={styles.name}>{project?.name}</span>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </button>
      }
    >
      {others.length > 0 && <MenuLabel>Recent projects</MenuLabel>}
      {others.slice(0, 6).map(({ directory, name }) => (
        <MenuItem key={directory} onSelect={() => void attempt(() => openProject(directory))}>
          {name}
        </MenuItem>
      ))}
      {others.length > 0 && <MenuLine />}
      <MenuItem icon={<FolderOpen size={15} />} onSelect={closeProject}>
        Another project
      </MenuItem>
    </Menu>
  )
}

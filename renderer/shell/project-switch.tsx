import { ChevronsUpDown, Copy, FolderOpen, Home } from 'lucide-react'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../components/menu.tsx'
import { copyText } from '../lib/copy.ts'
import { attempt } from '../lib/notify.ts'
import { usePick } from '../store/store.ts'
import styles from './project-switch.module.css'

/** How many recent projects the menu has room for. */
const SHOWN = 6

/** The open project's name; its menu leads to the others. */
export function ProjectSwitch() {
  const { project, recent, openProject, chooseProject, closeProject } = usePick((state) => ({
    project: state.project,
    recent: state.recent,
    openProject: state.openProject,
    chooseProject: state.chooseProject,
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
      {project && (
        <>
          <MenuLabel>{project.directory}</MenuLabel>
          <MenuItem
            icon={<Copy size={15} />}
            onSelect={() => void copyText(project.directory, 'The folder’s path')}
          >
            Copy the folder’s path
          </MenuItem>
          <MenuLine />
        </>
      )}
      {others.length > 0 && <MenuLabel>Recent projects</MenuLabel>}
      {others.slice(0, SHOWN).map(({ directory, name }) => (
        <MenuItem key={directory} onSelect={() => void attempt(() => openProject(directory))}>
          {name}
        </MenuItem>
      ))}
      {others.length > 0 && <MenuLine />}
      <MenuItem icon={<FolderOpen size={15} />} keys="Mod+O" onSelect={() => void attempt(chooseProject)}>
        Open a folder
      </MenuItem>
      <MenuItem icon={<Home size={15} />} onSelect={closeProject}>
        All projects
      </MenuItem>
    </Menu>
  )
}

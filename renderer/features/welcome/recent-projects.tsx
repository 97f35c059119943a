import { usePick } from '../../store/store.ts'
import styles from './recent-projects.module.css'
import { RecentRow } from './recent-row.tsx'
import { useRemoval } from './use-removal.ts'

/** Projects that were opened lately, the last one first. */
export function RecentProjects() {
  const recent = usePick((state) => state.recent)
  const { removed, remove } = useRemoval()
  const shown = recent.filter(({ directory }) => !removed.has(directory))
  return (
    <section className={styles.recent} aria-labelledby="recent-projects">
      <h2 id="recent-projects" className={styles.title}>
        Recent projects
      </h2>
      <ul>
        {shown.map((project) => (
          <RecentRow key={project.directory} project={project} onRemove={() => remove(project)} />
        ))}
      </ul>
      {shown.length === 0 && <p className={styles.none}>The list is empty; the folders are still there.</p>}
    </section>
  )
}

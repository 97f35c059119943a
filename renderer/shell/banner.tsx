import { Hint } from '../components/hint.tsx'
import { Notice } from '../components/notice.tsx'
import { troubleOf } from '../model/trouble.ts'
import { usePick } from '../store/store.ts'
import styles from './banner.module.css'
import { ProjectTrouble } from './project-trouble.tsx'

/** What keeps the whole window from being up to date. It goes by itself when that is over. */
export function Banner() {
  const known = usePick(({ link, docker, stackError, project, recent }) => ({
    link,
    docker,
    stackError,
    project,
    recent,
  }))
  const trouble = troubleOf(known)
  if (!trouble) return null
  return (
    <div className={`${styles.banner} ${trouble.kind === 'engine' ? styles.later : ''}`}>
      {trouble.kind === 'engine' ? (
        <Notice tone="warn" hint="The stack goes on running. Shoal connects again by itself.">
          Shoal’s engine does not answer, so what you see may be out of date.
        </Notice>
      ) : trouble.kind === 'stranger' ? (
        <Notice
          tone="warn"
          hint="Open the address that shoal ui prints now; this one shows what it saw last. The stack goes on running."
        >
          shoal ui was started anew and does not know this window.
        </Notice>
      ) : trouble.kind === 'docker' ? (
        <Notice
          tone="warn"
          hint={
            <>
              <Hint text={trouble.error.hint} /> Shoal looks again by itself.
            </>
          }
        >
          {trouble.error.message}
        </Notice>
      ) : (
        <ProjectTrouble error={trouble.error} />
      )}
    </div>
  )
}

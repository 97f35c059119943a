import { Hint } from '../components/hint.tsx'
import { Notice } from '../components/notice.tsx'
import { dockerProblem } from '../model/docker-words.ts'
import { troubleOf } from '../model/trouble.ts'
import { usePick } from '../store/store.ts'
import styles from './banner.module.css'
import { ProjectTrouble } from './project-trouble.tsx'

/** What keeps the whole window from being up to date. It goes by itself when that is over. */
export function Banner() {
  const { link, docker, stackError } = usePick(({ link, docker, stackError }) => ({
    link,
    docker,
    stackError,
  }))
  const trouble = troubleOf({ link, docker, stackError })
  if (!trouble) return null
  return (
    <div className={`${styles.banner} ${trouble.kind === 'engine' ? styles.later : ''}`}>
      {trouble.kind === 'engine' ? (
        <Notice tone="warn" hint="The stack goes on running. Shoal connects again by itself.">
          Shoal’s engine does not answer, so what you see may be out of date.
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
          {dockerProblem(trouble.error.code)}. {trouble.error.message}
        </Notice>
      ) : (
        <ProjectTrouble error={trouble.error} />
      )}
    </div>
  )
}

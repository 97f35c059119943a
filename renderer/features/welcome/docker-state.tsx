import { Spinner } from '../../components/spinner.tsx'
import { dockerProblem, engineWords, hostWords, placeWords } from '../../model/docker-words.ts'
import { usePick } from '../../store/store.ts'
import styles from './docker-state.module.css'

/** Which Docker was found, kept current; what is wrong with one that was not is told beside it. */
export function DockerState() {
  const { link, docker } = usePick(({ link, docker }) => ({ link, docker }))
  const found = link === 'open' && docker?.state === 'found' ? docker : null
  const missing = link === 'open' && docker?.state === 'missing' ? docker : null
  const words =
    link === 'connecting'
      ? 'Connecting to Shoal’s engine'
      : link === 'lost'
        ? 'Shoal’s engine does not answer'
        : link === 'refused'
          ? 'shoal ui does not know this window'
          : found
            ? engineWords(found.engine)
            : missing
              ? dockerProblem(missing.error.code)
              : 'Looking for Docker'
  const more =
    link === 'lost'
      ? 'Shoal connects again by itself'
      : link === 'refused'
        ? 'Open the address that it prints now'
        : found
          ? hostWords(found.engine.host)
          : missing
            ? 'Shoal looks again every 2 s'
            : 'A moment'
  return (
    <div className={styles.docker} role="status">
      {found ? (
        <span className={styles.dot} aria-hidden="true" />
      ) : missing ? (
        <span className={`${styles.dot} ${styles.missing}`} aria-hidden="true" />
      ) : (
        <Spinner />
      )}
      <div className={styles.text}>
        <div className={styles.words}>{words}</div>
        <div className={styles.more} title={found ? placeWords(found.engine.host) : undefined}>
          {more}
        </div>
      </div>
    </div>
  )
}

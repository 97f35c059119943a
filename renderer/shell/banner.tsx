import { ErrorNotice, Notice } from '../components/notice.tsx'
import { usePick } from '../store/store.ts'
import styles from './banner.module.css'

/** What keeps the whole window from being up to date: the engine, Docker, or a file of the project. */
export function Banner() {
  const { link, docker, stackError } = usePick(({ link, docker, stackError }) => ({
    link,
    docker,
    stackError,
  }))
  const words =
    link === 'lost' ? (
      <Notice tone="warn" hint="The stack goes on running. Shoal connects again by itself.">
        Shoal’s engine does not answer, so what you see may be out of date.
      </Notice>
    ) : docker?.state === 'missing' ? (
      <ErrorNotice error={docker.error} />
    ) : stackError ? (
      <ErrorNotice error={stackError} />
    ) : null
  return words && <div className={styles.banner}>{words}</div>
}

import type { EnvVersion } from '../../../../contract/env.ts'
import { useNow } from '../../../lib/use-now.ts'
import { momentText } from './moment-text.ts'
import styles from './versions.module.css'

interface VersionListProps {
  /** Null while they are on their way. */
  readonly versions: readonly EnvVersion[] | null
  readonly onLook: (version: EnvVersion) => void
}

/** When each version was replaced, and by which variables it differs from the file as it is. */
export function VersionList({ versions, onLook }: VersionListProps) {
  const now = useNow(60_000)
  if (!versions) return <p className={styles.none}>Looking for versions</p>
  if (versions.length === 0)
    return <p className={styles.none}>There are none yet. Each Apply keeps the file that it replaces.</p>
  return (
    <ul className={styles.list}>
      {versions.map((version) => (
        <li key={version.id}>
          <button type="button" className={styles.version} onClick={() => onLook(version)}>
            <span className={styles.moment}>
              {version.refused ? 'Refused' : 'Replaced'} {momentText(version.at, now)}
            </span>
            {version.refused && <span className={styles.refused}>never got healthy</span>}
            <span className={styles.differs}>
              {version.differs.length > 0 ? version.differs.join(', ') : 'The same values'}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

import { Tip } from '../components/tip.tsx'
import { dockerProblem, engineWords, hostWords } from '../model/docker-words.ts'
import { hrefOf } from '../store/route.ts'
import { usePick } from '../store/store.ts'
import styles from './engine-state.module.css'

/** Which Docker all runs on, or that there is none; leads to where another can be chosen. */
export function EngineState() {
  const { link, docker } = usePick(({ link, docker }) => ({ link, docker }))
  const known = link === 'open' ? docker : null
  const words =
    known?.state === 'found'
      ? engineWords(known.engine)
      : known
        ? dockerProblem(known.error.code)
        : link === 'open'
          ? 'Looking for Docker'
          : 'Connecting'
  const more = known?.state === 'found' ? `${words}, ${hostWords(known.engine.host)}` : words
  return (
    <Tip text={more} side="right">
      <a className={styles.engine} href={hrefOf('settings')}>
        <span className={styles.dot} data-state={known?.state ?? 'unknown'} aria-hidden="true" />
        <span className={styles.word}>{words}</span>
      </a>
    </Tip>
  )
}

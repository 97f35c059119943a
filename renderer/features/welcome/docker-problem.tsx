import { Unplug } from 'lucide-react'
import type { ErrorData } from '../../../contract/errors.ts'
import type { Attempt } from '../../../contract/models.ts'
import { Hint } from '../../components/hint.tsx'
import { attemptWords, dockerProblem, placeWords } from '../../model/docker-words.ts'
import styles from './docker-problem.module.css'

interface DockerProblemProps {
  readonly error: ErrorData
  readonly attempts: readonly Attempt[]
}

/** What keeps Shoal from using Docker, what to do about it, and where it was looked for. */
export function DockerProblem({ error, attempts }: DockerProblemProps) {
  return (
    <section className={styles.problem} aria-labelledby="docker-problem">
      <div className={styles.icon} aria-hidden="true">
        <Unplug size={18} />
      </div>
      <div className={styles.text}>
        <h2 id="docker-problem" className={styles.title}>
          {dockerProblem(error.code)}
        </h2>
        <p>{error.message}</p>
        {error.hint && (
          <p className={styles.hint}>
            <Hint text={error.hint} />
          </p>
        )}
        <p className={styles.again}>Shoal looks again by itself every 2 s and goes on when Docker answers.</p>
        {attempts.length > 0 && (
          <details className={styles.details}>
            <summary>Where Shoal looked</summary>
            <ul className={styles.attempts}>
              {attempts.map((attempt) => (
                <li key={`${attempt.source} ${attempt.host}`}>
                  <code>{placeWords(attempt.host)}</code>
                  <span>
                    {attempt.source}: {attemptWords(attempt)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  )
}

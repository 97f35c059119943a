import { tookText } from '../../../lib/format.ts'
import type { QueryRow } from '../../../model/clients.ts'
import styles from './database.module.css'

/** The queries that run longest at the moment. */
export function Queries({ queries }: { readonly queries: readonly QueryRow[] }) {
  return (
    <div className={styles.queries}>
      <h3 className={styles.queriesHead}>Slowest running queries</h3>
      {queries.length === 0 ? (
        <p className={styles.none}>No query runs at the moment.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">For</th>
              <th scope="col">From</th>
              <th scope="col">State</th>
              <th scope="col">Query</th>
            </tr>
          </thead>
          <tbody>
            {queries.map(({ pid, ms, label, color, state, text }) => (
              <tr key={pid}>
                <td>{tookText(ms)}</td>
                <td>
                  <span className={styles.key} style={{ background: color }} aria-hidden="true" />
                  {label}
                </td>
                <td className={styles.soft}>{state}</td>
                <td title={text}>
                  <code>{text}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

import { ExternalLink } from 'lucide-react'
import { type CSSProperties, useMemo, useState } from 'react'
import type { Replay, ReplayAnswer, RequestRecord } from '../../../../contract/requests.ts'
import { Switch } from '../../../components/switch.tsx'
import { bytesText } from '../../../lib/format.ts'
import { instanceUrl } from '../../../model/instance-url.ts'
import { toneOf } from '../requests/tone.ts'
import { servedColor, servedName } from '../served.ts'
import { latencyText } from '../words.ts'
import styles from './answers.module.css'
import { bodyLines } from './body-lines.ts'
import { differingLines } from './differing-lines.ts'
import { type Folded, foldSame } from './fold.ts'

interface AnswersProps {
  readonly replay: Replay
  readonly url: string | null
  readonly entry: RequestRecord
}

/** The answers side by side, what differs marked. */
export function Answers({ replay, url, entry }: AnswersProps) {
  const { answers, differs } = replay
  const [whole, setWhole] = useState(false)
  const bodies = useMemo(() => {
    // One that did not come is compared with nothing.
    const given = answers.filter(({ error }) => error === null)
    const texts = given.map(bodyLines)
    const marks = differingLines(texts)
    return new Map(given.map(({ name }, at) => [name, foldable(texts[at], marks[at])]))
  }, [answers])
  const headers = whole ? headerNames(answers) : differs.headers
  return (
    <>
      <div className={styles.options}>
        <Switch label="Whole answers" on={whole} onChange={setWhole} />
        <span aria-hidden="true">Whole answers</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={styles.frame} aria-label="Answers" tabIndex={0}>
        <table className={styles.table} aria-label="Answers of every instance">
          <thead>
            <tr>
              <td />
              {answers.map((answer) => (
                <th key={answer.name} scope="col">
                  <Head answer={answer} url={url} entry={entry} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr data-differs={differs.status}>
              <RowHead name="Status" differs={differs.status} />
              {answers.map((answer) => (
                <td key={answer.name}>
                  {answer.status === null ? (
                    <span className={styles.error}>{answer.error}</span>
                  ) : (
                    <span className={styles.status} data-tone={toneOf(answer.status)}>
                      {answer.status}
                    </span>
                  )}
                </td>
              ))}
            </tr>
            {headers.map((name) => {
              const other = differs.headers.includes(name)
              return (
                <tr key={name} data-differs={other}>
                  <RowHead name={name} differs={other} />
                  {answers.map((answer) => (
                    <td key={answer.name} className={styles.value}>
                      {answer.headers[name] ?? <span className={styles.missing}>not there</span>}
                    </td>
                  ))}
                </tr>
              )
            })}
            <tr className={styles.bodies}>
              <RowHead name="Body" differs={differs.body} />
              {answers.map(({ name }) => {
                const { lines, marks } = bodies.get(name) ?? foldable()
                return (
                  <td key={name}>
                    <Body lines={foldSame(lines, marks, whole)} />
                  </td>
                )
              })}
            </tr>
          </tbody>
        </table>
      </section>
    </>
  )
}

interface HeadProps {
  readonly answer: ReplayAnswer
  readonly url: string | null
  readonly entry: RequestRecord
}

function Head({ answer, url, entry }: HeadProps) {
  const { index, took, bytes, status } = answer
  return (
    <div className={styles.head} style={{ '--instance': servedColor(index) } as CSSProperties}>
      <span className={styles.dot} aria-hidden="true" />
      {servedName(index)}
      {status !== null && (
        <span className={styles.figures}>
          {latencyText(took)}, {bytesText(bytes)}
        </span>
      )}
      {url !== null && entry.method === 'GET' && (
        <a
          className={styles.open}
          href={new URL(entry.uri, instanceUrl(url, index)).href}
          target="_blank"
          rel="noreferrer"
          aria-label={`Open on instance ${index}`}
          title={`Open on instance ${index}`}
        >
          <ExternalLink size={13} aria-hidden="true" />
        </a>
      )}
    </div>
  )
}

function RowHead({ name, differs }: { readonly name: string; readonly differs: boolean }) {
  return (
    <th className={styles.name} scope="row">
      {name}
      <span className={differs ? styles.differs : styles.same}>{differs ? 'differs' : 'same'}</span>
    </th>
  )
}

function Body({ lines }: { readonly lines: readonly Folded[] }) {
  if (lines.length === 0) return <span className={styles.missing}>no body</span>
  return (
    <pre className={styles.body}>
      {lines.map((line) =>
        line.kind === 'gap' ? (
          <span key={line.number} className={styles.gap}>
            {line.lines} lines that are the same
          </span>
        ) : line.differs ? (
          <mark key={line.number} className={styles.mark}>
            {line.text || ' '}
          </mark>
        ) : (
          <span key={line.number}>{line.text || ' '}</span>
        ),
      )}
    </pre>
  )
}

function foldable(lines: readonly string[] = [], marks: readonly boolean[] = []) {
  return { lines, marks }
}

function headerNames(answers: readonly ReplayAnswer[]): readonly string[] {
  return [...new Set(answers.flatMap(({ headers }) => Object.keys(headers)))].sort()
}

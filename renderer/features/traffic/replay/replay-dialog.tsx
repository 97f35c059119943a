import { CircleCheck, Info, RotateCw, TriangleAlert } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { type ErrorData, ShoalError } from '../../../../contract/errors.ts'
import type { Replay, RequestRecord } from '../../../../contract/requests.ts'
import { link } from '../../../bridge/engine.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { ErrorNotice } from '../../../components/notice.tsx'
import { Spinner } from '../../../components/spinner.tsx'
import { Answers } from './answers.tsx'
import styles from './replay-dialog.module.css'
import { replayInput } from './replay-input.ts'
import { type Verdict, verdictOf } from './verdict.ts'

interface ReplayDialogProps {
  readonly directory: string
  readonly url: string | null
  readonly entry: RequestRecord
  readonly onClose: () => void
}

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly error: ErrorData }
  | { readonly kind: 'answered'; readonly replay: Replay }

/** The same request to every instance, and their answers side by side. */
export function ReplayDialog({ directory, url, entry, onClose }: ReplayDialogProps) {
  const [state, setState] = useState<State>({ kind: 'asking' })
  const [again, setAgain] = useState(0)
  const replay = useCallback(
    async (signal: AbortSignal) => {
      setState({ kind: 'asking' })
      const next = await link
        .call('requests.replay', replayInput(directory, entry), { signal })
        .then((replay): State => ({ kind: 'answered', replay }))
        .catch((thrown): State => ({ kind: 'failed', error: ShoalError.from(thrown).toData() }))
      if (!signal.aborted) setState(next)
    },
    [directory, entry],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again is asked again
  useEffect(() => {
    const stop = new AbortController()
    void replay(stop.signal)
    return () => stop.abort()
  }, [replay, again])
  return (
    <Dialog
      open
      onClose={onClose}
      full
      title="Replay on every instance"
      about={
        <code className={styles.request}>
          {entry.method} {entry.uri}
        </code>
      }
      actions={
        <>
          <Button
            icon={<RotateCw size={14} aria-hidden="true" />}
            disabled={state.kind === 'asking'}
            onClick={() => setAgain(again + 1)}
          >
            Replay again
          </Button>
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {state.kind === 'asking' ? (
        <p className={styles.asking} role="status">
          <Spinner /> Asking every instance
        </p>
      ) : state.kind === 'failed' ? (
        <ErrorNotice error={state.error} />
      ) : (
        <>
          <VerdictText verdict={verdictOf(state.replay)} />
          <Answers replay={state.replay} url={url} entry={entry} />
        </>
      )}
    </Dialog>
  )
}

const ICONS = { good: CircleCheck, warn: TriangleAlert, info: Info } as const

function VerdictText({ verdict }: { readonly verdict: Verdict }) {
  const { tone, words, meaning } = verdict
  const Icon = ICONS[tone]
  return (
    <div className={styles.verdict} data-tone={tone} role="status">
      <Icon size={16} aria-hidden="true" />
      <div>
        <p className={styles.words}>{words}</p>
        <p className={styles.meaning}>{meaning}</p>
      </div>
    </div>
  )
}

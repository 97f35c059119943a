import { ArrowDown } from 'lucide-react'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useSyncExternalStore,
} from 'react'
import { Button } from '../../../components/button.tsx'
import { setLogs, useLogs } from '../state.ts'
import { bodyText } from '../text/body.ts'
import { nameOf } from '../text/columns.ts'
import type { LogController } from './controller.ts'
import { moveOf } from './keys.ts'
import styles from './log-lines.module.css'
import { RowActions } from './row-actions.tsx'
import { Scrollbar } from './scrollbar.tsx'
import { usePointer } from './use-pointer.ts'
import { useWheel } from './use-wheel.ts'
import { unreadText } from './words.ts'

/** Characters of a line that are read out. */
const SPOKEN = 300

/** The lines: xterm.js shows them, and who cannot see them reads the same in a hidden list. */
export function LogLines({ controller }: { readonly controller: LogController }) {
  const state = useSyncExternalStore(controller.subscribe, controller.state)
  const chosen = useSyncExternalStore(controller.subscribe, controller.chosen)
  const details = useLogs(({ details }) => details)
  const place = useRef<HTMLDivElement>(null)
  const region = useRef<HTMLElement>(null)
  const id = useId()
  useEffect(() => (place.current ? controller.mount(place.current) : undefined), [controller])
  useWheel(region, controller)
  usePointer(region, controller)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== region.current) return
    const opens = event.key === 'Enter' && chosen !== undefined
    const move = moveOf(event, chosen !== undefined)
    if (!move) return
    event.preventDefault()
    if (opens) setLogs({ details: !details })
    else controller.move(move)
  }
  const onCopy = (event: ClipboardEvent) => {
    const text = controller.selection()
    if (text === '') return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
  }
  return (
    <div className={styles.frame}>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section
        ref={region}
        id={id}
        className={styles.lines}
        role="log"
        aria-label="Log lines"
        aria-live="off"
        tabIndex={0}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        <div ref={place} className={styles.place} aria-hidden="true" />
        <HiddenLines controller={controller} />
      </section>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: the end of it */}
      {/* The arrow keys choose; who cannot see which line hears it. */}
      <p className="visually-hidden" role="status" aria-label="Chosen line">
        {chosen && `${nameOf(chosen)} ${bodyText(chosen).slice(0, SPOKEN)}`}
      </p>
      {chosen && !details && <RowActions record={chosen} row={state.chosenRow} controller={controller} />}
      <Scrollbar
        top={state.top}
        visible={state.visible}
        total={state.held}
        controls={id}
        onMove={(share) => controller.move((pane) => pane.scrollTo(share))}
      />
      {!state.following && (
        <Button
          className={styles.jump ?? ''}
          size="small"
          look="primary"
          icon={<ArrowDown size={13} aria-hidden="true" />}
          onClick={() => controller.move((pane) => pane.toEnd())}
        >
          {state.unread > 0 ? unreadText(state.unread) : 'Follow'}
        </Button>
      )}
    </div>
  )
}

/** The lines on the screen, whole, for screen readers. */
function HiddenLines({ controller }: { readonly controller: LogController }) {
  const lines = useSyncExternalStore(controller.subscribe, controller.lines)
  return (
    <ol className="visually-hidden">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same places show other lines
        <li key={at}>{line}</li>
      ))}
    </ol>
  )
}

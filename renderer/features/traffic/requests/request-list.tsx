import { ArrowUp } from 'lucide-react'
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { RequestRecord } from '../../../../contract/requests.ts'
import { Button } from '../../../components/button.tsx'
import { countText } from '../words.ts'
import type { HeldList } from './held-list.ts'
import styles from './request-list.module.css'
import { GridPart, RequestRow, ROW } from './request-row.tsx'
import { useScrollView } from './use-scroll-view.ts'
import { scrollFor, visibleRows } from './visible-rows.ts'

/** Pixels; the stylesheet says the same. */
const HEAD = 28

const COLUMNS = ['Time', 'Method', 'Path', 'Status', 'Duration', 'Instance', 'Bytes'] as const

interface RequestListProps {
  readonly list: HeldList<RequestRecord>
  /** Nothing new is shown. */
  readonly paused: boolean
  readonly selected: number | null
  readonly onSelect: (entry: RequestRecord | null) => void
}

/**
 * Requests as they come, the newest first. Whoever scrolls, points at a row or opens one finds the rows where they are;
 * what came meanwhile is counted.
 */
export function RequestList({ list, paused, selected, onSelect }: RequestListProps) {
  const { rows, fresh } = useSyncExternalStore(list.subscribe, list.shown)
  const place = useRef<HTMLDivElement>(null)
  const view = useScrollView(place)
  const [pointed, setPointed] = useState(false)
  const [active, setActive] = useState<number | null>(null)
  const id = useId()
  const held = paused || pointed || active !== null || selected !== null || view.top > 0
  useEffect(() => list.hold(held), [list, held])

  const at = rows.findIndex((row) => row.id === (active ?? selected))
  const { from, to } = visibleRows(rows.length, { ...view, height: view.height - HEAD }, ROW)
  const walk = (row: number) => {
    const entry = rows[Math.max(0, Math.min(rows.length - 1, row))]
    if (!entry) return
    setActive(entry.id)
    if (selected !== null) onSelect(entry)
    const top = scrollFor(rows.indexOf(entry), view, ROW, HEAD)
    if (top !== undefined) place.current?.scrollTo({ top })
  }
  const live = () => {
    setActive(null)
    setPointed(false)
    onSelect(null)
    place.current?.scrollTo({ top: 0 })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / ROW) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) walk(step)
    else if (event.key === 'Enter' && rows[at]) onSelect(rows[at])
    else if (event.key === 'Escape' && held && !paused) live()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onPointer = (event: PointerEvent) =>
    setPointed(event.pointerType === 'mouse' && event.type !== 'pointerleave')
  return (
    <div className={styles.frame}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: a grid whose rows are drawn where they are seen */}
      <div
        ref={place}
        className={styles.list}
        role="grid"
        aria-label="Requests"
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at >= from && at < to ? `${id}-${rows[at]?.id}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(null)}
      >
        <GridPart part="row" className={styles.head} aria-rowindex={1}>
          {COLUMNS.map((name) => (
            <GridPart key={name} part="columnheader">
              {name}
            </GridPart>
          ))}
        </GridPart>
        <div
          className={styles.rows}
          role="rowgroup"
          style={{ height: rows.length * ROW }}
          onPointerMove={onPointer}
          onPointerLeave={onPointer}
        >
          {rows.slice(from, to).map((entry, offset) => (
            <RequestRow
              key={entry.id}
              id={`${id}-${entry.id}`}
              entry={entry}
              place={from + offset}
              active={entry.id === active}
              selected={entry.id === selected}
              onOpen={() => {
                setActive(null)
                onSelect(entry)
              }}
            />
          ))}
        </div>
      </div>
      {/* biome-ignore-end lint/a11y/useSemanticElements: the end of it */}
      {fresh > 0 && !paused && (
        <Button
          className={styles.fresh ?? ''}
          size="small"
          look="primary"
          icon={<ArrowUp size={13} aria-hidden="true" />}
          onClick={live}
        >
          {countText(fresh)} new {fresh === 1 ? 'request' : 'requests'}
        </Button>
      )}
    </div>
  )
}

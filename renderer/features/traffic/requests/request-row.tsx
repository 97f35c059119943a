import type { CSSProperties, HTMLAttributes } from 'react'
import type { RequestRecord } from '../../../../contract/requests.ts'
import { bytesText } from '../../../lib/format.ts'
import { servedColor, servedName } from '../served.ts'
import { latencyText } from '../words.ts'
import { momentText } from './moment.ts'
import styles from './request-list.module.css'
import { toneOf } from './tone.ts'

/** Pixels; the stylesheet says the same. */
export const ROW = 26

interface RowProps {
  readonly id: string
  readonly entry: RequestRecord
  /** Among all rows, from 0. */
  readonly place: number
  readonly active: boolean
  readonly selected: boolean
  readonly onOpen: () => void
}

/** One request in the list. The list has its keys. */
export function RequestRow({ id, entry, place, active, selected, onOpen }: RowProps) {
  const { at, method, uri, status, duration, index, bytesOut } = entry
  const style = { top: place * ROW, '--instance': servedColor(index) } as CSSProperties
  return (
    <GridPart
      part="row"
      id={id}
      className={styles.row}
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-active={active}
      style={style}
      onClick={onOpen}
    >
      <GridPart part="gridcell" className={styles.time}>
        {momentText(at)}
      </GridPart>
      <GridPart part="gridcell" className={styles.method}>
        {method}
      </GridPart>
      <GridPart part="gridcell" className={styles.path} title={uri}>
        {uri}
      </GridPart>
      <GridPart part="gridcell" className={styles.status} data-tone={toneOf(status)}>
        {status === 0 ? 'cut' : status}
      </GridPart>
      <GridPart part="gridcell" className={styles.number}>
        {latencyText(duration)}
      </GridPart>
      <GridPart part="gridcell" className={styles.instance}>
        {servedName(index)}
      </GridPart>
      <GridPart part="gridcell" className={styles.number}>
        {bytesText(bytesOut)}
      </GridPart>
    </GridPart>
  )
}

interface PartProps extends HTMLAttributes<HTMLDivElement> {
  readonly part: 'row' | 'columnheader' | 'gridcell'
  readonly 'data-tone'?: string
  readonly 'data-active'?: boolean
}

/** A part of a grid whose rows are laid out by themselves, each drawn only where it is seen. The grid has the focus. */
export function GridPart({ part, ...rest }: PartProps) {
  return <div role={part} {...rest} />
}

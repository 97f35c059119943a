import { Chunk } from '@codemirror/merge'
import { Text } from '@codemirror/state'
import { withDots } from '../mask/dots.ts'
import { type Range, secretRanges } from '../mask/secret-ranges.ts'

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap'
  readonly text: string
}

/** Unchanged lines that are shown around a change. */
const AROUND = 2

/** The lines by which two texts differ, with a few around them. Unless `shown`, secrets in them are dots. Pure. */
export function lineDiff(before: string, after: string, shown: boolean): DiffLine[] {
  const a = side(before, shown)
  const b = side(after, shown)
  const lines: DiffLine[] = []
  let next = 0
  for (const chunk of Chunk.build(a.doc, b.doc)) {
    const [fromB, toB] = b.span(chunk.fromB, chunk.toB)
    addSame(lines, b, next, fromB)
    const [fromA, toA] = a.span(chunk.fromA, chunk.toA)
    for (let line = fromA; line < toA; line += 1) lines.push({ kind: 'removed', text: a.line(line) })
    for (let line = fromB; line < toB; line += 1) lines.push({ kind: 'added', text: b.line(line) })
    next = toB
  }
  if (lines.length > 0) addSame(lines, b, next, b.doc.lines, true)
  return lines
}

interface Side {
  readonly doc: Text
  /** Line indices from 0, the last one left out. */
  span(from: number, to: number): [number, number]
  line(index: number): string
}

function side(text: string, shown: boolean): Side {
  // What stands behind the last line end is no line.
  const doc = Text.of(text.replace(/\n$/, '').split('\n'))
  const hidden: Range[] = shown ? [] : secretRanges(text)
  return {
    doc,
    span(from, to) {
      const first = from > doc.length ? doc.lines : doc.lineAt(from).number - 1
      return [first, from === to ? first : to > doc.length ? doc.lines : doc.lineAt(to).number - 1]
    },
    line(index) {
      return withDots(text, doc.line(index + 1), hidden).replace(/\r$/, '')
    },
  }
}

/** The unchanged lines between two changes: those next to a change, and a gap for the others. */
function addSame(lines: DiffLine[], { line }: Side, from: number, to: number, last = false): void {
  const head = lines.length === 0 ? from : Math.min(to, from + AROUND)
  const tail = last ? to : Math.max(head, to - AROUND)
  for (let index = from; index < head; index += 1) lines.push({ kind: 'same', text: line(index) })
  if (tail > head) lines.push({ kind: 'gap', text: '' })
  for (let index = tail; index < to; index += 1) lines.push({ kind: 'same', text: line(index) })
}

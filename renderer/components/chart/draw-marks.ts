import uPlot from 'uplot'
import type { Mark } from '../../model/marks.ts'

export interface MarkLooks {
  readonly color: string
  readonly bad: string
  readonly font: string
  /** Whether what happened is written beside its line. */
  readonly labels: boolean
}

/** CSS pixels between a line and its words, and between two of those. */
const GAP = 4
const WIDEST = 150

/** Draws a line where something began, a tint for as long as it lasted, and above them what it was where there is room. */
export function drawMarks(plot: uPlot, marks: readonly Mark[], looks: MarkLooks): void {
  const { ctx, bbox } = plot
  const { pxRatio } = uPlot
  const right = bbox.left + bbox.width
  const x = (time: number) => plot.valToPos(time, 'x', true)
  let taken = bbox.left
  ctx.save()
  ctx.font = looks.font.replace(/\d+px/, (size) => `${Number.parseInt(size, 10) * pxRatio}px`)
  ctx.textBaseline = 'bottom'
  ctx.textAlign = 'left'
  ctx.lineWidth = pxRatio
  for (const { from, to, label, bad } of marks) {
    const begin = x(from)
    const end = to === null ? right : Math.min(right, x(to))
    if (end < bbox.left || begin > right) continue
    const left = Math.max(bbox.left, begin)
    ctx.strokeStyle = bad ? looks.bad : looks.color
    ctx.fillStyle = bad ? looks.bad : looks.color
    ctx.globalAlpha = 0.1
    ctx.fillRect(left, bbox.top, end - left, bbox.height)
    ctx.globalAlpha = 1
    if (begin >= bbox.left) {
      ctx.setLineDash([3 * pxRatio, 3 * pxRatio])
      ctx.beginPath()
      ctx.moveTo(Math.round(begin) + 0.5, bbox.top)
      ctx.lineTo(Math.round(begin) + 0.5, bbox.top + bbox.height)
      ctx.stroke()
    }
    if (!looks.labels || left < taken) continue
    const width = Math.min(ctx.measureText(label).width, WIDEST * pxRatio)
    // Words that do not fit before the edge end at it.
    const start = Math.min(left, right - width)
    if (start < taken) continue
    ctx.fillText(label, start, bbox.top - 2 * pxRatio, WIDEST * pxRatio)
    taken = start + width + 2 * GAP * pxRatio
  }
  ctx.restore()
}

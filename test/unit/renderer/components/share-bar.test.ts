import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ShareBar } from '../../../../renderer/components/share-bar.tsx'

const draw = (parts: readonly (readonly [key: string, value: number])[], total: number, kept?: number) =>
  renderToStaticMarkup(
    createElement(ShareBar, {
      label: 'Connections',
      words: '24 of 97',
      parts: parts.map(([key, value]) => ({ key, value, color: `var(--${key})` })),
      total,
      ...(kept === undefined ? {} : { kept }),
    }),
  )
const widths = (markup: string) => [...markup.matchAll(/width:([\d.]+)%/g)].map(([, width]) => Number(width))

it('is a meter that says its figures', () => {
  expect(draw([['a', 20]], 100)).toMatch(
    /role="meter" aria-label="Connections" aria-valuemin="0" aria-valuemax="100" aria-valuenow="20" aria-valuetext="24 of 97"/,
  )
})

it('shows each part in proportion, what is kept at the end, and nothing for what is zero', () => {
  expect(
    widths(
      draw(
        [
          ['a', 20],
          ['b', 0],
          ['c', 5],
        ],
        100,
        3,
      ),
    ),
  ).toEqual([20, 5, 3])
})

it('does not divide by nothing, nor grow beyond its length', () => {
  expect([widths(draw([['a', 20]], 0)), widths(draw([['a', 20]], 10))]).toEqual([[0], [100]])
})

import { expect, test } from 'vitest'
import type { Palette } from '../../../../../../renderer/features/logs/paint/palette.ts'
import { rowCode } from '../../../../../../renderer/features/logs/paint/row-code.ts'

const palette: Palette = {
  ink: (tone) => `<${tone}>`,
  ground: (ground) => `[${ground}]`,
  found: 'F',
  here: 'H',
}

test('a row is placed, written in its looks and cleared behind', () => {
  const spans = [
    { text: 'a', look: { tone: 'bad', attributes: [1] } },
    { text: 'b', look: { ink: '31', ground: '44' } },
    { text: 'c', look: { ink: '31', found: 'here' } },
    { text: 'd', look: {} },
  ] as const
  expect(rowCode(4, spans, palette).replaceAll('\u001b[', '^')).toBe(
    '^5;1H^0;1;<bad>ma^0;31;44mb^0;Hmc^0md^0m^K',
  )
})

test('a row that lies on a ground of its own does so to its end', () => {
  const spans = [
    { text: 'a', look: {} },
    { text: 'b', look: { ground: '44' } },
  ]
  expect(rowCode(0, spans, palette, 'event').replaceAll('\u001b[', '^')).toBe(
    '^1;1H^0;[event]ma^0;44mb^0;[event]m^K^0m',
  )
})

import { expect, it } from 'vitest'
import {
  bytesText,
  coresText,
  countText,
  percentText,
  rateText,
  sinceText,
  tookText,
} from '../../../../renderer/lib/format.ts'

it.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_536, '1.5 kB'],
  [88_080_384, '84 MB'],
  [1_288_490_189, '1.2 GB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})

it.each([
  [340, '340 ms'],
  [2_140, '2.1 s'],
  [185_000, '3 min 5 s'],
])('writes %d ms as %s', (time, text) => {
  expect(tookText(time)).toBe(text)
})

it.each([
  [-5, '0 s'],
  [12_900, '12 s'],
  [300_000, '5 min'],
  [12_000_000, '3 h 20 min'],
  [200_000_000, '2 d'],
])('writes an age of %d ms as %s', (time, text) => {
  expect(sinceText(time)).toBe(text)
})

it('counts one and many', () => {
  expect([countText(1, 'instance'), countText(3, 'instance'), countText(0, 'entry', 'entries')]).toEqual([
    '1 instance',
    '3 instances',
    '0 entries',
  ])
})

it.each([
  [0, '0 %'],
  [0.01, '0 %'],
  [3.44, '3.4 %'],
  [9.97, '10 %'],
  [87.4, '87 %'],
  [250, '250 %'],
])('writes %d per cent as %s', (percent, text) => {
  expect(percentText(percent)).toBe(text)
})

it.each([
  [0.04, '0.04'],
  [1.44, '1.4'],
  [2, '2'],
  [11.8, '12'],
])('writes %d cores as %s', (cores, text) => {
  expect(coresText(cores)).toBe(text)
})

it('writes bytes per second', () => {
  expect(rateText(1_536)).toBe('1.5 kB/s')
})

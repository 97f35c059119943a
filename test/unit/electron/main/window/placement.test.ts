import { expect, test } from 'vitest'
import { place } from '../../../../../electron/main/window/placement.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const beside = { x: 1440, y: 0, width: 1920, height: 1080 }

test('A first window is in the middle of the primary display', () => {
  expect(place(undefined, [laptop, beside])).toEqual({
    x: 120,
    y: 63,
    width: 1200,
    height: 800,
    maximized: false,
  })
})

test('A window returns to where it was, on whichever display that is', () => {
  const remembered = { x: 1500, y: 40, width: 1600, height: 1000, maximized: true }
  expect(place(remembered, [laptop, beside])).toEqual(remembered)
})

test('A window of a display that is gone comes to the middle of the primary one, at its size', () => {
  const remembered = { x: 1500, y: 40, width: 1000, height: 700, maximized: true }
  expect(place(remembered, [laptop])).toEqual({ x: 220, y: 113, width: 1000, height: 700, maximized: true })
})

test('A window that reaches over an edge is moved in, and one that is larger than its display is made to fit', () => {
  expect(place({ x: -300, y: 700, width: 1000, height: 600, maximized: false }, [laptop])).toEqual({
    x: 0,
    y: 300,
    width: 1000,
    height: 600,
    maximized: false,
  })
  expect(place({ x: 100, y: 100, width: 3000, height: 2000, maximized: false }, [laptop])).toEqual({
    ...laptop,
    maximized: false,
  })
})

test('A window is never smaller than what its screens need', () => {
  expect(place({ x: 100, y: 100, width: 10, height: 10, maximized: false }, [laptop])).toEqual({
    x: 100,
    y: 100,
    width: 760,
    height: 520,
    maximized: false,
  })
})

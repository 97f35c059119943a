import { z } from 'zod'

/** A rectangle in device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was. */
export const placementSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})

export type Placement = z.infer<typeof placementSchema>

/** The smallest window in which every screen can be used, in device-independent pixels. */
export const SMALLEST = { width: 760, height: 520 }

const FIRST = { width: 1200, height: 800 }

/**
 * Where the window belongs on the displays that there are now, whose work areas come with the primary one first. The window
 * goes wholly into the display that shows most of it, or to the middle of the primary one when none does.
 */
export function place(remembered: Placement | undefined, workAreas: readonly [Area, ...Area[]]): Placement {
  const [primary] = workAreas
  const home = remembered && mostCovered(remembered, workAreas)
  if (!remembered || !home) {
    const { width, height } = sizeWithin(remembered ?? FIRST, primary)
    const x = primary.x + Math.round((primary.width - width) / 2)
    const y = primary.y + Math.round((primary.height - height) / 2)
    return { x, y, width, height, maximized: remembered?.maximized ?? false }
  }
  const { width, height } = sizeWithin(remembered, home)
  return {
    x: clamp(remembered.x, home.x, home.x + home.width - width),
    y: clamp(remembered.y, home.y, home.y + home.height - height),
    width,
    height,
    maximized: remembered.maximized,
  }
}

function mostCovered(window: Area, areas: readonly Area[]): Area | undefined {
  const shown = areas
    .map((area) => ({ area, size: overlap(window, area) }))
    .sort((a, b) => b.size - a.size)[0]
  return shown && shown.size > 0 ? shown.area : undefined
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

function sizeWithin(size: { width: number; height: number }, area: Area): { width: number; height: number } {
  return {
    width: Math.min(Math.max(size.width, SMALLEST.width), area.width),
    height: Math.min(Math.max(size.height, SMALLEST.height), area.height),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

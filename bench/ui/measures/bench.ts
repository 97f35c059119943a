import type { Page } from 'playwright-core'
import type { ShoalWindow } from '../../../test/support/shoal-window.ts'
import type { Stack } from '../../../test/support/stack.ts'
import type { Probe } from '../page/probe.ts'

/** What every measure of the window works with. */
export interface UiBench {
  readonly stack: Stack
  /** A window with the probe in its page. */
  readonly window: ShoalWindow
  /** How often a measure is taken. */
  readonly times: number
  /** Seconds of the flood of log lines. */
  readonly seconds: number
  /** Says what is going on, for whoever waits. */
  say(text: string): void
}

/** What the probe in the page has found so far. */
export async function readProbe(page: Page): Promise<Probe> {
  return JSON.parse(await page.evaluate<string>('JSON.stringify(window.probe)'))
}

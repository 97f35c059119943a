import type { Page } from 'playwright-core'
import type { Stack } from '../../support/stack.ts'
import type { Camera } from '../camera.ts'

/** What is photographed, and with what. */
export interface ShootingSet {
  readonly stack: Stack
  readonly page: Page
  readonly camera: Camera
}

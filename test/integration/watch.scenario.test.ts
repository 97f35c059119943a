import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import type { Snapshot } from '../../contract/models.ts'
import { createEngine } from '../../engine/engine.ts'
import { createStack, type Stack } from '../support/stack.ts'

let stack: Stack
let engine: Engine
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
  engine = createEngine({ bundledProject: 'stack' })
})
afterAll(async () => {
  await engine?.close()
  await stack?.dispose()
})

test('a watcher sees a killed instance go and come back, without asking', async () => {
  const name = stack.container('app-2')
  const seen: string[] = []
  const serving = ({ instances }: Snapshot) => instances.filter(({ inRotation }) => inRotation).length
  let killed = false
  for await (const snapshot of engine.open('stack.watch', { directory: stack.directory })) {
    const instance = snapshot.instances.find((one) => one.name === name)
    if (!killed) {
      if (serving(snapshot) < 2) continue
      killed = true
      seen.push('serves')
      await stack.crash('app-2')
    } else if (seen.length === 1 && instance?.inRotation === false) {
      expect(instance.reason).not.toBe('')
      seen.push('out')
    } else if (seen.length === 2 && instance?.inRotation) {
      expect(instance.restarts).toBe(1)
      seen.push('back')
      break
    }
  }
  expect(seen).toEqual(['serves', 'out', 'back'])
})

test('a watcher sees what the command line does', async () => {
  const counts: number[] = []
  let scaling: Promise<unknown> | undefined
  for await (const { instances, scale } of engine.open('stack.watch', { directory: stack.directory })) {
    scaling ??= stack.mustShoal('scale', '3')
    const serving = instances.filter(({ inRotation }) => inRotation).length
    if (counts.at(-1) !== serving) counts.push(serving)
    if (serving === 3 && scale.wanted === 3) break
  }
  await scaling
  expect(counts).toEqual([2, 3])
})

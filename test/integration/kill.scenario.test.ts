import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { containersOf, expectTruth, expectWhole } from '../support/expect-stack.ts'
import { killAt } from '../support/kill-at.ts'
import { startLoad } from '../support/load.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(() => stack?.dispose())

interface Kill {
  readonly command: readonly string[]
  /** The operation at whose beginning Shoal is killed. */
  readonly at: string
  readonly next: readonly string[]
  readonly scale: number
}

const kills: Kill[] = [
  { command: ['scale', '4'], at: 'create app-4', next: ['up'], scale: 4 },
  { command: ['scale', '6'], at: 'start app-5', next: ['scale', '5'], scale: 5 },
  { command: ['scale', '7'], at: 'wait-ready app-7', next: ['scale', '3'], scale: 3 },
  { command: ['scale', '5'], at: 'join app-4', next: ['up'], scale: 5 },
  { command: ['scale', '3'], at: 'leave app-5', next: ['scale', '4'], scale: 4 },
  { command: ['scale', '2'], at: 'drain app-3', next: ['up'], scale: 2 },
  { command: ['scale', '1'], at: 'stop app-2', next: ['scale', '3'], scale: 3 },
  { command: ['env', 'set', 'COLOUR=red'], at: 'create app-4', next: ['up'], scale: 3 },
  { command: ['env', 'set', 'COLOUR=blue'], at: 'leave app-1', next: ['scale', '2'], scale: 2 },
  { command: ['env', 'set', 'COLOUR=green'], at: 'stop app-2', next: ['up'], scale: 2 },
  { command: ['env', 'set', 'COLOUR=white'], at: 'remove app-3', next: ['up'], scale: 2 },
]

/** Docker may still be at what Shoal had asked for: two looks in a row show the same. */
async function dockerSettles(): Promise<void> {
  let last = ''
  await waitFor(
    async () => {
      const before = last
      last = JSON.stringify(await containersOf(stack))
      return last === before
    },
    { interval: 200 },
  )
}

describe('after kill -9 of shoal status tells the truth, and the next command ends it without a lost request:', () => {
  for (const { command, at, next, scale } of kills) {
    test(`${command.join(' ')} at "${at}", then ${next.join(' ')}`, async () => {
      const load = startLoad({ url: stack.url, connections: 8 })
      onTestFinished(async () => void (await load.stop()))
      const operation = at.replace(/ /, ` ${stack.project}-`)
      await killAt(stack.spawnShoal(...command), operation)
      await expectTruth(stack)
      await dockerSettles()
      const { stderr } = await stack.mustShoal(...next)
      expect(stderr).not.toContain('has been changing this project')
      await expectWhole(stack, scale)
      expect((await load.stop()).failures).toEqual([])
    })
  }
})

test('after all that the last environment is in every instance', async () => {
  for (const index of [1, 2]) expect(await stack.exec(`app-${index}`, 'printenv', 'COLOUR')).toBe('white\n')
})

import { describe, expect, test } from 'vitest'
import { commandsFor } from '../../../../../renderer/model/commands/commands.ts'
import type { Scene } from '../../../../../renderer/model/commands/scene.ts'
import { anInstance, aProject, aRun, aScene, aSnapshot } from './scenes.ts'

/** One command a line: its title, and why it cannot be done. */
const lines = (scene: Scene, typed = '') =>
  commandsFor(scene, typed).map(({ title, disabled }) => (disabled ? `${title} (${disabled})` : title))

const find = (scene: Scene, id: string, typed = '') => commandsFor(scene, typed).find((one) => one.id === id)

describe('without a project', () => {
  test('there are projects to open and Shoal itself', () => {
    const scene = aScene({ project: null, snapshot: null, recent: [aProject('shop')] })
    expect(lines(scene)).toEqual([
      'Open shop',
      'Open a folder',
      'Try the sample',
      'Use the light theme',
      'Use the dark theme',
      'Find a command',
      'Show the keyboard shortcuts',
    ])
  })

  test('projects that are gone are not offered', () => {
    const scene = aScene({ project: null, recent: [{ ...aProject('shop'), present: false }] })
    expect(find(scene, 'open /work/shop')).toBeUndefined()
  })
})

describe('of a running stack', () => {
  test('everything that can be done is there, and says why it cannot be done now', () => {
    const snapshot = aSnapshot({ instances: [anInstance(1), anInstance(2, { state: 'exited' })] })
    expect(lines(aScene({ snapshot }))).toEqual([
      'Open http://localhost:8080',
      'Copy the address',
      'Start the stack (The stack runs)',
      'Stop the stack',
      'Restart the stack',
      'Add an instance',
      'Remove an instance',
      'Logs of app-1',
      'Shell in app-1',
      'Restart app-1',
      'Stop app-1',
      'Logs of app-2',
      'Shell in app-2 (app-2 does not run)',
      'Restart app-2',
      'Stop app-2 (app-2 does not run)',
      'Overview',
      'Traffic',
      'Resources',
      'Logs',
      'Environment',
      'Settings',
      'Open a folder',
      'Try the sample',
      'Close shop',
      'Use the light theme',
      'Use the dark theme',
      'Find a command',
      'Show the keyboard shortcuts',
    ])
  })

  test('an instance is found as "app-2 logs" and leads to its logs', () => {
    const snapshot = aSnapshot({ instances: [anInstance(2)] })
    expect(find(aScene({ snapshot }), 'app-2-logs')).toEqual({
      id: 'app-2-logs',
      group: 'Instances',
      title: 'Logs of app-2',
      act: { kind: 'go', screen: 'logs', query: { name: 'app-2' } },
      keys: [],
      words: ['app-2 logs'],
      disabled: '',
    })
  })

  test('what runs can be cancelled, and waits for nothing else', () => {
    const scene = aScene({ run: aRun('scale 5') })
    expect(lines(scene).slice(0, 8)).toEqual([
      'Open http://localhost:8080',
      'Copy the address',
      'Start the stack (Something else runs)',
      'Stop the stack (Something else runs)',
      'Restart the stack (Something else runs)',
      'Cancel “scale 5”',
      'Add an instance',
      'Remove an instance',
    ])
  })
})

describe('a typed number', () => {
  test('offers that many instances, first of all', () => {
    expect(commandsFor(aScene(), 'scale 4')[0]).toEqual({
      id: 'scale-to',
      group: 'Stack',
      title: 'Scale to 4 instances',
      act: { kind: 'scale', to: 4 },
      keys: [],
      words: ['scale 4'],
      disabled: '',
    })
  })

  test('says when it is out of range or there already', () => {
    expect(['0', '11', '2', '1'].map((typed) => lines(aScene(), typed)[0])).toEqual([
      'Scale to 0 instances (One is the fewest)',
      'Scale to 11 instances (10 is the most)',
      'Scale to 2 instances (Already at 2)',
      'Scale to 1 instance',
    ])
  })
})

describe('one instance more or fewer', () => {
  test('counts from where the slider stands', () => {
    const scene = aScene({ dialled: 5 })
    expect([find(scene, 'scale-up')?.act, find(scene, 'scale-down')?.act]).toEqual([
      { kind: 'scale', to: 6 },
      { kind: 'scale', to: 4 },
    ])
  })

  test('ends at one and at the most', () => {
    const why = (dialled: number) =>
      ['scale-up', 'scale-down'].map((id) => find(aScene({ dialled }), id)?.disabled)
    expect([why(10), why(1)]).toEqual([
      ['10 is the most', ''],
      ['', 'One is the fewest'],
    ])
  })
})

describe('what is not there', () => {
  test('disables what needs it, and says what it is', () => {
    const reasons = [{ linked: false }, { docker: false }, { snapshot: null }].map(
      (less) => find(aScene(less), 'stop')?.disabled,
    )
    expect(reasons).toEqual([
      'Shoal’s engine does not answer',
      'Docker does not answer',
      'The stack is still being looked at',
    ])
  })

  test('a stopped stack is neither stopped nor opened', () => {
    const scene = aScene({ snapshot: aSnapshot({ state: 'stopped' }) })
    expect(lines(scene).slice(0, 5)).toEqual([
      'Start the stack',
      'Stop the stack (The stack does not run)',
      'Restart the stack (The stack does not run)',
      'Open in the browser (The stack answers nowhere)',
      'Copy the address (The stack answers nowhere)',
    ])
  })
})

test('no two commands have the same name or shortcut', () => {
  const commands = commandsFor(aScene({ snapshot: aSnapshot({ instances: [anInstance(1)] }) }), '4')
  const ids = commands.map(({ id }) => id)
  const keys = commands.flatMap((one) => one.keys)
  expect([new Set(ids).size, new Set(keys).size]).toEqual([ids.length, keys.length])
})

import { expect, test } from 'vitest'
import { INITIAL_STATE, type ShellState } from '../../../../../electron/main/state.ts'
import { trayModel } from '../../../../../electron/main/tray/tray-model.ts'
import { instance, snapshot } from '../../../../support/scripted-engine.ts'

function open(changes: Parameters<typeof snapshot>[0]): ShellState {
  return { ...INITIAL_STATE, directory: '/home/ada/demo', snapshot: snapshot(changes) }
}

const sick = instance(2, { health: 'unhealthy', reason: '503' })

test.each([
  ['idle', 'Shoal: No project is open', INITIAL_STATE],
  ['idle', 'Shoal: Looking at Docker', { ...INITIAL_STATE, directory: '/home/ada/demo' }],
  ['idle', 'Shoal: demo: Not running', open({ state: 'down', instances: [] })],
  ['idle', 'Shoal: demo: Stopped', open({ state: 'stopped' })],
  ['healthy', 'Shoal: demo: 2 of 2 healthy', open({})],
  [
    'healthy',
    'Shoal: demo: 1 of 2 healthy',
    open({ instances: [instance(1), instance(2, { health: 'starting' })] }),
  ],
  ['trouble', 'Shoal: demo: 1 of 2 healthy', open({ instances: [instance(1), sick] })],
  ['trouble', 'Shoal: demo: 1 of 2 healthy', open({ state: 'partial', instances: [instance(1)] })],
  ['healthy', 'Shoal: demo: 3 of 3 healthy', open({ instances: [1, 2, 3].map((index) => instance(index)) })],
] as const)('The tray is %s and says %j', (icon, tooltip, state) => {
  const model = trayModel(state)
  expect({ icon: model.icon, tooltip: model.tooltip }).toEqual({ icon, tooltip })
})

test('The tray’s menu has the state in words, what can be done with the stack, the window and the end', () => {
  const entries = trayModel(open({})).entries
  expect(entries.map(({ label, type }) => label ?? type)).toEqual([
    'demo: 2 of 2 healthy',
    'separator',
    'Start',
    'Stop',
    'Restart',
    'separator',
    'Open in Browser',
    'separator',
    'One Instance More',
    'One Instance Fewer',
    'separator',
    'Show Shoal',
    'Quit Shoal',
  ])
  expect(entries.flatMap(({ accelerator }) => accelerator ?? [])).toEqual([])
})

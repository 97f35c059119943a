import { expect, test } from 'vitest'
import { stackEntries } from '../../../../../electron/main/menu/stack.ts'
import { INITIAL_STATE } from '../../../../../electron/main/state.ts'
import { snapshot } from '../../../../support/scripted-engine.ts'

/** The labels of what can be done in a state of the stack. */
function possible(changes?: Parameters<typeof snapshot>[0]): unknown[] {
  const state = changes
    ? { ...INITIAL_STATE, directory: '/srv/demo', snapshot: snapshot(changes) }
    : INITIAL_STATE
  return stackEntries(state)
    .filter(({ enabled }) => enabled)
    .map(({ label }) => label)
}

test('Only what makes sense in a state can be chosen', () => {
  const all = ['Stop', 'Restart', 'Open in Browser', 'One Instance More', 'One Instance Fewer']
  expect({
    nothing: possible(),
    down: possible({ state: 'down', url: null }),
    stopped: possible({ state: 'stopped' }),
    partial: possible({ state: 'partial' }),
    running: possible({}),
  }).toEqual({
    nothing: [],
    down: ['Start'],
    stopped: ['Start'],
    partial: ['Start', ...all],
    running: all,
  })
  expect(possible({ scale: { wanted: 1, max: 10 } })).not.toContain('One Instance Fewer')
  expect(possible({ scale: { wanted: 10, max: 10 } })).not.toContain('One Instance More')
  expect(possible({ url: null })).not.toContain('Open in Browser')
})

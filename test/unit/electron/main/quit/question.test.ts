import { expect, test } from 'vitest'
import { answerOf, quitQuestion } from '../../../../../electron/main/quit/question.ts'
import { INITIAL_STATE } from '../../../../../electron/main/state.ts'
import { snapshot } from '../../../../support/scripted-engine.ts'

const settings = { theme: 'system', openAtLogin: false, askOnQuit: true, notify: true, engine: null } as const
const running = { ...INITIAL_STATE, directory: '/home/ada/demo', snapshot: snapshot(), settings }

test('A running stack is asked about', () => {
  expect(quitQuestion(running)).toEqual({
    message: 'demo is running (2 of 2 healthy). Leave it running?',
    detail:
      'It needs no Shoal to run: Caddy keeps balancing and answers at http://localhost:8080. ' +
      'Nobody will tell you when an instance crashes.',
    buttons: ['Leave Running', 'Stop and Quit', 'Cancel'],
    checkboxLabel: 'Always leave it running, without asking',
  })
})

test.each([
  ['no project is open', INITIAL_STATE],
  ['the stack is stopped', { ...running, snapshot: snapshot({ state: 'stopped' }) }],
  ['the user wants no question', { ...running, settings: { ...settings, askOnQuit: false } }],
])('There is no question when %s', (_, state) => {
  expect(quitQuestion(state)).toBeUndefined()
})

test('Each button is an answer, and a dialog that was closed is a cancel', () => {
  expect([0, 1, 2, -1].map(answerOf)).toEqual(['leave', 'stop', 'cancel', 'cancel'])
})

import { expect, test } from 'vitest'
import { toEvent } from '../../../../../engine/docker/events/to-event.ts'

test('an event is translated, with the labels apart from the rest', () => {
  const Attributes = { name: 'shop-app-1', image: 'shop-app', exitCode: '137', signal: '9', 'com.x': 'y' }
  expect(
    toEvent({
      Type: 'container',
      Action: 'die',
      Actor: { ID: 'ab', Attributes },
      time: 5,
      timeNano: 5_250_000_000,
    }),
  ).toEqual({
    kind: 'container',
    id: 'ab',
    name: 'shop-app-1',
    action: 'die',
    time: 5_250,
    signal: 9,
    labels: { 'com.x': 'y' },
    exitCode: 137,
  })
})

test.each([
  ['health_status: healthy', 'health_status'],
  ['health_status: unhealthy', 'health_status'],
  ['died', 'die'],
  ['remove', 'destroy'],
  ['start', 'start'],
])('the action "%s" is called %s', (Action, action) => {
  expect(toEvent({ Type: 'container', Action, Actor: { ID: 'ab' }, time: 1 })?.action).toBe(action)
})

test.each(['exec_create: true', 'exec_start: true', 'exec_die', 'attach', 'top', ''])(
  'the action "%s" is left out',
  (Action) => {
    expect(toEvent({ Type: 'container', Action, Actor: { ID: 'ab' } })).toBeUndefined()
  },
)

test('events of networks and events without an actor are left out', () => {
  expect(toEvent({ Type: 'network', Action: 'create', Actor: { ID: 'ab' } })).toBeUndefined()
  expect(toEvent({ Type: 'container', Action: 'start' })).toBeUndefined()
})

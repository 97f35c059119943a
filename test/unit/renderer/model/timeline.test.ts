import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import {
  causeText,
  entryTitle,
  filterEntries,
  groupOperations,
  lossText,
  mergeEntries,
} from '../../../../renderer/model/timeline.ts'
import { commandEntry } from '../../../support/happenings.ts'

const command = commandEntry({ 'shop-app-3': [1, 2] }, { id: 'command' })
const kill: TimelineEntry = {
  ...command,
  id: 'kill',
  kind: 'container',
  command: undefined,
  what: 'app-2 was killed from outside (SIGKILL)',
  cause: 'docker',
  at: 5_000,
  operations: [],
}

describe('mergeEntries', () => {
  it('has the newest first, and each once, as it was told last', () => {
    const better = { ...kill, what: 'app-2 was removed from outside' }
    expect(mergeEntries([kill, command], [better])).toEqual([better, command])
  })
})

describe('filterEntries', () => {
  it.each([
    ['all', ['kill', 'command']],
    ['commands', ['command']],
    ['incidents', ['kill']],
  ] as const)('%s', (filter, ids) => {
    expect(filterEntries([kill, command], filter).map(({ id }) => id)).toEqual(ids)
  })
})

describe('an entry', () => {
  it('has a title, a cause and a cost for people', () => {
    expect([kill, command].map(entryTitle)).toEqual(['app-2 was killed from outside (SIGKILL)', 'Scale to 2'])
    expect([kill, command].map(causeText)).toEqual(['from outside Shoal, through Docker', 'by shoal scale 2'])
    expect(lossText({ ...command, requests: { total: 4_812, lost: 2, counted: true } })).toBe(
      '2 of 4,812 requests lost',
    )
    expect(lossText(command)).toBe('')
    expect(lossText({ ...command, requests: { total: 0, lost: 0, counted: true } })).toBe('')
  })
})

describe('groupOperations', () => {
  it('puts together what was done to one container', () => {
    const [one] = command.operations
    if (!one) throw new Error('the command does something')
    const drain = { ...one, id: 'drain', at: 500, took: 300 }
    const waiting = {
      ...one,
      id: 'remove',
      target: 'shop-app-4',
      state: 'waiting',
      at: null,
      took: null,
    } as const
    const failed = { ...waiting, id: 'stop 4', state: 'failed', at: 3_000, took: 100 } as const
    expect(groupOperations([drain, one, waiting, failed], 'shop')).toEqual([
      { target: 'app-3', operations: [drain, one], state: 'done', took: 1_500 },
      { target: 'app-4', operations: [waiting, failed], state: 'failed', took: 100 },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { resourceRows } from '../../../../renderer/model/resource-rows.ts'
import { sortBy, sortedNames } from '../../../../renderer/model/sort-rows.ts'
import { instance, snapshot } from '../../../support/scripted-engine.ts'
import { stats, usage } from '../usage.ts'

const rows = resourceRows(
  snapshot({ instances: [1, 2, 3, 4].map((index) => instance(index)) }),
  stats([
    usage({ name: 'demo-app-1', cpu: 10, memory: 300, cpuLimit: 10 }),
    usage({ name: 'demo-app-2', cpu: 50, memory: 100, cpuLimit: 200 }),
    usage({ name: 'demo-app-4', cpu: 30, memory: 100, cpuLimit: 200 }),
  ]),
  null,
)
const order = (by: Parameters<typeof sortedNames>[1]['by'], down: boolean) =>
  sortedNames(rows, { by, down })
    .map((name) => name.slice(-1))
    .join(' ')

describe('sortedNames', () => {
  it('has containers without figures at the end, either way round', () => {
    expect([order('cpu', true), order('cpu', false)]).toEqual(['1 2 4 3', '4 2 1 3'])
  })

  it('leaves equal ones in the order of the project', () => {
    expect([order('memory', true), order('memory', false)]).toEqual(['1 2 4 3', '2 4 1 3'])
  })

  it('knows the order of the project by name', () => {
    expect([order('name', false), order('name', true)]).toEqual(['1 2 3 4', '4 3 2 1'])
  })
})

describe('sortBy', () => {
  it('begins with the greatest, and with the first name; a second press turns it round', () => {
    expect(sortBy({ by: 'name', down: false }, 'cpu')).toEqual({ by: 'cpu', down: true })
    expect(sortBy({ by: 'cpu', down: true }, 'cpu')).toEqual({ by: 'cpu', down: false })
    expect(sortBy({ by: 'cpu', down: false }, 'name')).toEqual({ by: 'name', down: false })
  })
})

import { expect, test } from 'vitest'
import { resourceRows } from '../../../../renderer/model/resource-rows.ts'
import { totalsOf } from '../../../../renderer/model/totals.ts'
import { snapshot } from '../../../support/scripted-engine.ts'
import { stats, usage } from '../usage.ts'

test('the totals are the sums of what runs, with each container’s part in its colour', () => {
  const rates = { received: 1, sent: 2, read: 3, written: 4 }
  const rows = resourceRows(
    snapshot(),
    stats([
      usage({ name: 'demo-app-1', cpu: 140, memory: 300, rates }),
      usage({ name: 'demo-app-2', cpu: 10, memory: 100, rates }),
    ]),
    null,
  )
  expect(totalsOf(rows)).toEqual({
    cores: 1.5,
    memory: 400,
    received: 2,
    sent: 4,
    read: 6,
    written: 8,
    cpuParts: [
      { key: 'demo-app-1', color: 'var(--instance-1)', value: 1.4 },
      { key: 'demo-app-2', color: 'var(--instance-2)', value: 0.1 },
    ],
    memoryParts: [
      { key: 'demo-app-1', color: 'var(--instance-1)', value: 300 },
      { key: 'demo-app-2', color: 'var(--instance-2)', value: 100 },
    ],
  })
})

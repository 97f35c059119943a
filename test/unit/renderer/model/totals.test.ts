import { expect, test } from 'vitest'
import { resourceRows } from '../../../../renderer/model/resource-rows.ts'
import { partsOf } from '../../../../renderer/model/totals.ts'
import { instance, snapshot } from '../../../support/scripted-engine.ts'
import { stats, usage } from '../usage.ts'

test('each running container has its part, in its colour', () => {
  const rows = resourceRows(
    snapshot({ instances: [instance(1), instance(2), instance(3)] }),
    stats([usage({ name: 'demo-app-1', memory: 300 }), usage({ name: 'demo-app-3', memory: 100 })]),
    null,
  )
  expect(partsOf(rows, ({ memory }) => memory)).toEqual([
    { key: 'demo-app-1', color: 'var(--instance-1)', value: 300 },
    { key: 'demo-app-3', color: 'var(--instance-3)', value: 100 },
  ])
})

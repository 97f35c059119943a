import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { paintFor } from '../../../../cli/output/paint.ts'
import { listText } from '../../../../cli/progress/list-text.ts'
import { plainView } from '../../../../cli/progress/plain-view.ts'
import { advance, type ProgressState } from '../../../../cli/progress/state.ts'
import type { Activity, Operation, OperationState } from '../../../../contract/models.ts'
import { NOON, outcome, scriptedEngine } from '../../../support/scripted-engine.ts'
import { runShoal } from '../run-shoal.ts'

const paint = paintFor(process.stdout, { NO_COLOR: '1' })

function operation(id: string, verb: Operation['verb'], target: string): Operation {
  return { id, verb, target, cause: 'scale 1 -> 3', after: [] }
}

function planned(...operations: Operation[]): Activity {
  return { kind: 'planned', command: 'scale', plan: { operations }, at: NOON }
}

function change(id: string, state: OperationState, after: number, detail = ''): Activity {
  return { kind: 'operation', id, state, detail, at: NOON + after }
}

const story: Activity[] = [
  planned(
    operation('1', 'create', 'demo-app-2'),
    operation('2', 'start', 'demo-app-2'),
    operation('3', 'wait-healthy', 'demo-app-2'),
    operation('4', 'join', 'demo-app-2'),
  ),
  change('1', 'running', 100),
  { kind: 'note', message: 'Waiting for another shoal (process 42).', at: NOON + 150 },
  change('1', 'done', 300),
  change('2', 'running', 1300),
  change('2', 'running', 1350, 'slowly'),
  change('2', 'done', 1500),
  change('3', 'running', 1600, 'starting, 503'),
]

test('without a terminal each operation is a line as it starts or fails', () => {
  const lines: string[] = []
  const view = plainView((line) => lines.push(line), NOON)
  for (const activity of [
    ...story,
    change('3', 'failed', 12_345, 'not healthy in 10 s'),
    change('4', 'skipped', 12_345),
  ])
    view.show(activity)
  expect(lines).toMatchInlineSnapshot(`
    [
      "  0.1s  create demo-app-2  (scale 1 -> 3)",
      "Waiting for another shoal (process 42).",
      "  1.3s  start demo-app-2  (scale 1 -> 3)",
      "  1.6s  wait-healthy demo-app-2  (scale 1 -> 3)",
      " 12.3s  failed: wait-healthy demo-app-2: not healthy in 10 s",
    ]
  `)
})

const look = { columns: 60, rows: 24, now: NOON + 4000, frame: 12, paint }

test('on a terminal the list shows every operation', () => {
  const state = story.reduce(advance, [] as ProgressState)
  expect(listText(state, look)).toMatchInlineSnapshot(`
    "✔ create       demo-app-2  scale 1 -> 3  0.2s
    ✔ start        demo-app-2  scale 1 -> 3  0.2s
    ⠹ wait-healthy demo-app-2  starting, 503 (scale 1 ->…  2.4s
    · join         demo-app-2  scale 1 -> 3"
  `)
})

test('a narrow terminal shortens causes, and no line is longer than it', () => {
  const state = story.reduce(advance, [] as ProgressState)
  const text = listText(state, { ...look, columns: 44 })
  expect(text).toMatchInlineSnapshot(`
    "✔ create       demo-app-2  scale 1 -…  0.2s
    ✔ start        demo-app-2  scale 1 -…  0.2s
    ⠹ wait-healthy demo-app-2  starting,…  2.4s
    · join         demo-app-2  scale 1 -> 3"
  `)
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(44)
})

test('a low terminal keeps what runs or failed, and counts the rest', () => {
  const many = Array.from({ length: 20 }, (_, n) => operation(`${n}`, 'start', `demo-app-${n}`))
  const happened = [
    planned(...many),
    ...Array.from({ length: 8 }, (_, n) => change(`${n}`, 'done', 1000 + n)),
    change('8', 'failed', 2000, 'exit code 1'),
    change('9', 'running', 2000),
  ]
  const state = happened.reduce(advance, [] as ProgressState)
  expect(listText(state, { ...look, rows: 8 })).toMatchInlineSnapshot(`
    "✔ start demo-app-5  scale 1 -> 3  0.0s
    ✔ start demo-app-6  scale 1 -> 3  0.0s
    ✔ start demo-app-7  scale 1 -> 3  0.0s
    ✖ start demo-app-8  exit code 1 (scale 1 -> 3)  0.0s
    ⠹ start demo-app-9  scale 1 -> 3  2.0s
      5 more done, 10 to come"
  `)
})

test('progress goes to standard error while a call runs, and --quiet keeps it back', async () => {
  const engine = () =>
    scriptedEngine(
      { 'stack.scale': () => setTimeout(20, outcome()) },
      {
        'stack.activity': async function* () {
          yield* story.slice(0, 4)
        },
      },
    )
  const told = await runShoal('scale 2 --json --project P', { engine: engine() })
  const quiet = await runShoal('scale 2 --json --project P -q', { engine: engine() })
  expect(told.stderr.replaceAll(/-?\d+\.\d/g, 'N')).toMatchInlineSnapshot(`
    "  Ns  create demo-app-2  (scale 1 -> 3)
    Waiting for another shoal (process 42).
    "
  `)
  expect(quiet.stderr).toBe('')
  expect(JSON.parse(told.stdout)).toEqual(outcome())
})

test('on a terminal the list is drawn and left standing', async () => {
  const engine = scriptedEngine(
    { 'stack.scale': () => setTimeout(150, outcome()) },
    {
      'stack.activity': async function* () {
        yield* story
      },
    },
  )
  const { stderr } = await runShoal('scale 2 --project P', { engine, terminal: { columns: 80, rows: 24 } })
  expect(stderr).toContain('Waiting for another shoal (process 42).')
  expect(stderr).toContain('wait-healthy')
})

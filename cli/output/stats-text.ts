import { bytesText } from '../../contract/bytes.ts'
import type { Stats, TotalUsage } from '../../contract/stats.ts'
import type { Paint } from './paint.ts'
import { type Cell, table } from './table.ts'
import { warningLines } from './warning-lines.ts'

const TITLES = ['CONTAINER', 'CPU', 'MEMORY', 'LIMIT', 'RECEIVED', 'SENT', 'READ', 'WRITTEN', 'PROCESSES']

/** What containers use, for people. */
export function statsText({ containers, total, machine, warnings }: Stats, paint: Paint): string {
  const cores = `${machine.cpus} ${machine.cpus === 1 ? 'core' : 'cores'}`
  const share = (part: number) => `${Math.round(part * 100)} %`
  const uses = `uses ${share(total.cpu / 100 / machine.cpus)} and ${share(total.memory / machine.memory)}`
  const rows = [
    TITLES.map((text, column) => ({ text, paint: paint.dim, right: column > 0 })),
    ...containers.map((usage) => {
      const near = usage.memory >= usage.memoryLimit * 0.9
      return row(usage.name, usage, bytesText(usage.memoryLimit), near ? paint.yellow : undefined)
    }),
    row('total', total, ''),
  ]
  const body = containers.length > 0 ? table(rows) : ['No container of the project runs.']
  const blocks = [
    body,
    [
      paint.dim(
        `The engine's machine has ${cores} and ${bytesText(machine.memory)}: the stack ${uses} of them.`,
      ),
    ],
    warningLines(warnings, paint),
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

function row(name: string, usage: TotalUsage, limit: string, colour?: Cell['paint']): Cell[] {
  const { cpu, memory, rates, processes } = usage
  const number = (text: string, paint?: Cell['paint']) => ({ text, right: true, paint })
  return [
    { text: name },
    number(`${cpu.toFixed(1)} %`),
    number(bytesText(memory), colour),
    number(limit),
    ...[rates.received, rates.sent, rates.read, rates.written].map((rate) => number(`${bytesText(rate)}/s`)),
    number(String(processes)),
  ]
}

import { Command } from 'commander'
import type { Traffic } from '../../contract/traffic.ts'
import { examples } from '../examples.ts'
import { trafficText } from '../output/traffic-text.ts'
import { redraw } from '../redraw.ts'
import type { Session } from '../session.ts'
import { parseWindow } from '../values/numbers.ts'

interface TrafficOptions {
  watch?: boolean
  window: number
}

/** `shoal traffic [--watch] [--window S]` */
export function trafficCommand(session: Session): Command {
  const command = new Command('traffic')
    .description('show requests per second, statuses and latency of each instance')
    .option('-w, --watch', 'keep showing it, once a second')
    .option('--window <S>', 'about the last S seconds, up to 900', parseWindow, 60)
    .action(async ({ watch = false, window }: TrafficOptions) => {
      const directory = await session.project()
      const items = session.read('traffic.watch', { directory, window })
      if (watch) await show(session, items)
      else
        for await (const item of items) {
          await print(session, item)
          return
        }
    })
  return examples(command, ['shoal traffic', 'shoal traffic --watch', 'shoal traffic --window 300 --json'])
}

async function print(session: Session, item: Traffic): Promise<void> {
  const document = session.json ? await documentOf(item) : undefined
  await session.print(document, () => trafficText(item, session.paint))
}

async function show(session: Session, items: AsyncIterable<Traffic>): Promise<void> {
  if (session.json)
    for await (const item of items) await session.out.line(JSON.stringify(await documentOf(item)))
  else if (session.out.isTerminal) await redraw(session, items, (item) => trafficText(item, session.paint))
  else for await (const item of items) await session.out.line(`${trafficText(item, session.paint)}\n`)
}

/** An item for scripts: its seconds by name, and only those that the window holds. */
async function documentOf({ upstreams, ...item }: Traffic) {
  const { unpackSeconds } = await import('../../contract/traffic.ts')
  const seconds = unpackSeconds({ upstreams, seconds: item.seconds })
  return { ...item, seconds: seconds.filter(({ at }) => at >= item.summary.from) }
}

import { cpus, loadavg } from 'node:os'
import { composeCommand } from '../../scripts/setup/compose.js'
import { withCleanUp } from '../../test/support/with-clean-up.ts'
import { type Row, rowTable } from '../report/rows.ts'
import { createSite } from '../site/site.ts'
import { MEASURES } from './measures/index.ts'
import { type Options, readOptions } from './options.ts'

/** Measures what watching a stack costs on this machine and prints what came of it. */
async function main(
  { only, pairs, seconds }: Options,
  later: (undo: () => Promise<unknown>) => void,
): Promise<void> {
  console.log(`${cpus().length} cores, Node ${process.versions.node}, ${loadText('at the start')}`)
  const abort = new AbortController()
  const { signal } = abort
  const site = await createSite(await composeCommand(), signal)
  later(async () => {
    console.log('Taking everything down')
    await site.dispose()
  })
  later(async () => abort.abort())
  const say = (text: string) => console.log(`  ${text}`)
  const rows: Row[] = []
  for (const name of only) {
    console.log(`${name}, ${loadText('now')}`)
    rows.push(...(await MEASURES[name]({ site, pairs, seconds, signal, say })))
    await site.clear()
  }
  console.log(`\n${rowTable(rows).join('\n')}\n\n${loadText('at the end')}`)
}

/** What else the machine does: with a load above its cores the times say little, the ratios more. */
function loadText(when: string): string {
  return `load average ${loadavg()[0]?.toFixed(2)} ${when}`
}

await withCleanUp((later) => main(readOptions(process.argv.slice(2)), later))

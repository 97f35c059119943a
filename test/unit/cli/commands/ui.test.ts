import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../../support/fake-engine.ts'
import { scriptedEngine } from '../../../support/scripted-engine.ts'
import { runShoal } from '../run-shoal.ts'

let windowFolder: string

beforeEach(async () => {
  windowFolder = await temporaryFolder()
  await writeFile(join(windowFolder, 'index.html'), '<!doctype html>')
})

/** Runs the command until it has printed its address, and does something before it is interrupted. */
function runUi(
  line: string,
  env: NodeJS.ProcessEnv,
  before: (stdout: string) => Promise<void> = async () => {},
) {
  return runShoal(line, {
    windowFolder,
    env,
    meanwhile: ({ stdout, interrupt }) => {
      let text = ''
      let begun = false
      stdout.on('data', (data) => {
        text += data
        if (begun || !/\n\}?\n?$/.test(text)) return
        begun = true
        void before(text).then(interrupt)
      })
    },
  })
}

const ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/

describe('shoal ui', () => {
  it('prints the address alone, and ends when it is interrupted', async () => {
    const { code, stdout, stderr, browsed } = await runUi('ui --no-open', { DISPLAY: ':0' })
    expect([code, stdout.trimEnd(), browsed]).toEqual([0, expect.stringMatching(ADDRESS), []])
    expect(stderr).toBe(
      'The address is good for one browser. Ctrl-C ends the window; the stack keeps running.\n',
    )
  })

  it('prints JSON when asked, with the port', async () => {
    const { stdout } = await runUi('ui --no-open --json', {})
    const { url, port } = JSON.parse(stdout)
    expect([url, new URL(url).port]).toEqual([expect.stringMatching(ADDRESS), String(port)])
  })

  it('opens the browser through a file with an address of its own, and removes that in the end', async () => {
    let page = ''
    let file = ''
    const { stdout, browsed } = await runShoal('ui', {
      windowFolder,
      env: { DISPLAY: ':0' },
      onBrowse: async (url, interrupt) => {
        file = fileURLToPath(url)
        page = await readFile(file, 'utf8')
        interrupt()
      },
    })
    const [printed, opened] = [stdout, page].map((text) => /token=([\w-]+)/.exec(text)?.[1])
    expect([browsed.length, opened]).toEqual([1, expect.any(String)])
    expect(opened).not.toBe(printed)
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('opens nothing where there is no display', async () => {
    expect((await runUi('ui', {})).browsed).toEqual([])
  })

  it('says who holds a port that was asked for, or as much as it knows without Docker', async () => {
    const busy = createServer()
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void busy.close())
    const { port } = busy.address() as AddressInfo
    const engine = scriptedEngine()
    const { code, stdout, stderr } = await runShoal(`ui --port ${port}`, { windowFolder, engine })
    expect([code, stdout, engine.asked]).toEqual([1, '', [{ name: 'port.check', input: { port } }]])
    expect(stderr).toContain(`Port ${port} is used by another program; no window was opened.`)
  })
})

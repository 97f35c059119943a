import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRotation, type Rotation } from '../../../../engine/caddy/rotation.ts'
import { openShell, type Shell } from '../../../../engine/caddy/shell.ts'
import { fakeDocker, realShell } from '../../../support/fake-docker.ts'

const SLOTS = [1, 2, 3].map((index) => `shop-app-${index}:3000`)
const [ONE, TWO, THREE] = SLOTS as [string, string, string]

let root: string
let directory: string
let shell: Shell
let rotation: Rotation
/** Who took part after each command, as the gate would judge it. */
let moments: string[]

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rotation-'))
  directory = join(root, 'rotation')
  moments = []
  shell = openShell(fakeDocker({ exec: async () => realShell() }), 'caddy1')
  rotation = openRotation(shell, directory)
})
afterEach(() => {
  shell.close()
  rmSync(root, { recursive: true, force: true })
})

/** The gate's rule: everybody takes part until `managed` is there, then those with a file. */
const MOMENT = [
  'moment() {',
  '  for slot in $SLOTS; do',
  '    if [ -e "$ROTATION/managed" ] && [ ! -e "$ROTATION/$slot" ]; then :; else printf "%s " "$slot"; fi;',
  '  done; echo;',
  '}',
]

/** A rotation that notes who takes part after every single command that changes a file. */
function watched(): Rotation {
  const spied: Shell = {
    run: async (line) => {
      const touch = 'touch() { for f in "$@"; do command touch "$f" || return 1; moment; done; }'
      const rm = 'rm() { command rm "$@" || return 1; moment; }'
      const set = `SLOTS='${SLOTS.join(' ')}'; ROTATION='${directory}'`
      const lines = await shell.run(`${MOMENT.join(' ')}; ${set}; ${touch}; ${rm}; ${line}`)
      moments.push(...lines.map((text) => text.trim()))
      return lines
    },
    close: () => {},
  }
  return openRotation(spied, directory)
}

const files = () => readdirSync(directory).sort()

describe('openRotation', () => {
  it('takes over with exactly the members', async () => {
    await rotation.manage([ONE, TWO])
    expect(files()).toEqual(['managed', ONE, TWO])
    await rotation.manage([TWO, THREE])
    expect(files()).toEqual(['managed', TWO, THREE])
    await rotation.manage([])
    expect(files()).toEqual(['managed'])
  })

  it('takes over without a member being out for a moment', async () => {
    await watched().manage([ONE, THREE])
    expect(moments.length).toBeGreaterThan(2)
    expect(moments.filter((who) => !who.includes(ONE) || !who.includes(THREE))).toEqual([])
    expect(moments.at(-1)).toBe(`${ONE} ${THREE}`)
  })

  it('lets new members in before it puts others out', async () => {
    await rotation.manage([ONE, TWO])
    await watched().manage([TWO, THREE])
    expect(moments.filter((who) => !who.includes(TWO))).toEqual([])
    expect(moments.indexOf(`${TWO} ${THREE}`)).toBeGreaterThan(moments.indexOf(SLOTS.join(' ')))
  })

  it('lets one join and leave', async () => {
    await rotation.manage([ONE])
    await rotation.join(TWO)
    await rotation.leave(ONE, SLOTS)
    expect(files()).toEqual(['managed', TWO])
    await rotation.leave(ONE, SLOTS)
    expect(files()).toEqual(['managed', TWO])
  })

  it('keeps only the leaving one out of a directory that was emptied', async () => {
    await watched().leave(TWO, SLOTS)
    expect(files()).toEqual(['managed', ONE, THREE])
    expect(moments.filter((who) => !who.includes(ONE) || !who.includes(THREE))).toEqual([])
  })

  it('does not let one leave and another in again when two leave an emptied directory at once', async () => {
    await Promise.all([rotation.leave(ONE, SLOTS), rotation.leave(TWO, SLOTS)])
    expect(files()).toEqual(['managed', THREE])
  })

  it('lets one join where there is no directory, and takes nothing over by that', async () => {
    await rotation.join(TWO)
    expect(files()).toEqual([TWO])
  })

  it('says so when the directory cannot be written', async () => {
    writeFileSync(directory, 'a file is in its place')
    await expect(rotation.join(ONE)).rejects.toMatchObject({ code: 'caddy-unreachable' })
    await expect(rotation.manage([ONE])).rejects.toMatchObject({ code: 'caddy-unreachable' })
  })
})

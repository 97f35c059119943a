import { afterEach, describe, expect, it } from 'vitest'
import { openShell, type Shell } from '../../../../engine/caddy/shell.ts'
import { fakeDocker, realShell } from '../../../support/fake-docker.ts'

const shells: Shell[] = []
afterEach(() => {
  for (const shell of shells.splice(0)) shell.close()
})

function open() {
  const opened: ReturnType<typeof realShell>[] = []
  const commands: string[] = []
  const docker = fakeDocker({
    exec: async (container, command, options) => {
      commands.push(`${container} ${command.join(' ')} ${JSON.stringify(options)}`)
      const session = realShell()
      opened.push(session)
      return session
    },
  })
  const shell = openShell(docker, 'caddy1')
  shells.push(shell)
  return { shell, opened, commands }
}

describe('openShell', () => {
  it('gives each command its own lines, in the order of the commands', async () => {
    const { shell, commands } = open()
    const answers = await Promise.all([
      shell.run('sleep 0.05; echo one; echo two'),
      shell.run('true'),
      shell.run('echo three'),
    ])
    expect(answers).toEqual([['one', 'two'], [], ['three']])
    expect(commands).toEqual(['caddy1 sh {"stdin":true}'])
  })

  it('keeps what a line changes in the shell to later lines', async () => {
    const { shell } = open()
    await shell.run('cd /')
    expect(await shell.run('pwd')).toEqual(['/'])
  })

  it('fails with the exit code and what the command said, and goes on', async () => {
    const { shell } = open()
    const failed = shell.run('echo no such thing >&2; (exit 3)')
    const next = shell.run('echo still here')
    await expect(failed).rejects.toMatchObject({
      code: 'caddy-unreachable',
      message:
        'A command inside the Caddy container failed (exit code 3: no such thing); the rotation is as it was.',
    })
    expect(await next).toEqual(['still here'])
  })

  it('fails what waited for a shell that was lost, and opens another one for the next command', async () => {
    const { shell, opened } = open()
    await shell.run('true')
    const waiting = [shell.run('sleep 60'), shell.run('echo never')]
    process.kill(opened[0]?.pid ?? 0, 'SIGKILL')
    const outcomes = await Promise.allSettled(waiting)
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual(
      Array(2).fill(
        'A command inside the Caddy container failed (the shell was lost); the rotation is as it was.',
      ),
    )
    expect(await shell.run('echo back')).toEqual(['back'])
    expect(opened).toHaveLength(2)
  })

  it('tries anew after no shell could be opened', async () => {
    let tries = 0
    const docker = fakeDocker({
      exec: async () => {
        tries += 1
        if (tries === 1) throw new Error('not running')
        return realShell()
      },
    })
    const shell = openShell(docker, 'caddy1')
    shells.push(shell)
    await expect(shell.run('true')).rejects.toMatchObject({
      code: 'caddy-unreachable',
      message:
        'A command inside the Caddy container failed (no shell could be opened); the rotation is as it was.',
    })
    expect(await shell.run('echo now')).toEqual(['now'])
  })
})

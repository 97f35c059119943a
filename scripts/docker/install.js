import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { canInstallPackages, installPackages, isOnPath } from '../setup/machine.js'
import { run } from '../setup/run.js'
import { answers, engineAt } from './find.js'

const SOCKET = 'unix:///var/run/docker.sock'
const LOG = '/var/log/dockerd.log'
const START_TIMEOUT_MS = 60_000

const ADVICE = `No Docker engine answers. Install one, start it, and run this again:
  macOS:   brew install --cask orbstack      (or Docker Desktop, or: brew install colima docker && colima start)
  Windows: winget install Docker.DockerDesktop
  Linux:   sudo apt-get install docker.io    (or your distribution's docker or podman package)`

/**
 * Installs Docker from the distribution's packages when it is missing, starts it, and waits until it answers.
 * @param {(text: string) => void} say
 * @returns {Promise<import('./request.js').Engine>}
 * @throws {Error} when that is not ours to do here, or the engine does not come up
 */
export async function installEngine(say) {
  if (!canInstallPackages()) throw new Error(ADVICE)
  if (!isOnPath('dockerd')) {
    say('no engine here: installing docker.io')
    await installPackages('docker.io')
  }
  const engine = engineAt(SOCKET)
  // A package that is installed while systemd runs has started its own service.
  if (await answers(engine)) return engine
  say('starting the engine')
  await (existsSync('/run/systemd/system') ? run('systemctl', ['start', 'docker']) : startDetached())
  return untilAnswers(engine)
}

/** Starts dockerd in a session of its own, so that it outlives this process and its terminal. */
async function startDetached() {
  const log = openSync(LOG, 'a')
  const child = spawn('dockerd', [], { detached: true, stdio: ['ignore', log, log] })
  child.unref()
}

/** @param {import('./request.js').Engine} engine */
async function untilAnswers(engine) {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (await answers(engine)) return engine
    await sleep(200)
  }
  throw new Error(`dockerd was started but does not answer at ${SOCKET}. Its log is ${LOG}.`)
}

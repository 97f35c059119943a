import { expect, test } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { attempt, translateError } from '../../../../engine/docker/errors.ts'

/** As dockerode throws an answer that says no. */
function answer(statusCode: number, reason: string, sentence: string): Error {
  return Object.assign(new Error(`(HTTP code ${statusCode}) ${reason} - ${sentence} `), { statusCode })
}

function broken(code: string): Error {
  return Object.assign(new Error(`connect ${code} /var/run/docker.sock`), { code })
}

test.each([
  ['a refused connection', broken('ECONNREFUSED'), 'engine-lost'],
  ['a socket that is gone', broken('ENOENT'), 'engine-lost'],
  ['a broken answer', Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'engine-lost'],
  ['a hung up socket', new Error('socket hang up'), 'engine-lost'],
  ['an abort', Object.assign(new Error('The operation was aborted'), { name: 'AbortError' }), 'cancelled'],
  ['a missing image', answer(404, 'no such image', 'No such image: nope:1'), 'image-missing'],
  [
    'a full disk',
    answer(500, 'server error', 'mkdir /var/lib/docker/x: no space left on device'),
    'disk-full',
  ],
  ['a missing container', answer(404, 'no such container', 'No such container: x'), 'container-failed'],
  ['an unexpected fault', new Error('odd'), 'internal'],
])('%s has its own code', (_what, thrown, code) => {
  expect(translateError(thrown, 'testing').code).toBe(code)
})

const BUSY = [
  [
    'Docker',
    'driver failed programming external connectivity on endpoint x (ab12): Bind for 0.0.0.0:8080 failed: port is already allocated',
  ],
  [
    'its userland proxy',
    'Error starting userland proxy: listen tcp4 127.0.0.1:8080: bind: address already in use',
  ],
  ['an IPv6 address', 'Error starting userland proxy: listen tcp6 [::1]:8080: bind: address already in use'],
  ['Docker 28', 'failed to bind host port for 127.0.0.1:8080:172.18.0.2:80/tcp: address already in use'],
  [
    'Docker Desktop',
    'Ports are not available: exposing port TCP 127.0.0.1:8080 -> 0.0.0.0:0: listen tcp 127.0.0.1:8080: bind: address already in use',
  ],
  [
    'Windows',
    'Ports are not available: exposing port TCP 0.0.0.0:8080 -> 0.0.0.0:0: listen tcp 0.0.0.0:8080: bind: An attempt was made to access a socket in a way forbidden by its access permissions.',
  ],
  ['Podman', 'rootlessport listen tcp 0.0.0.0:8080: bind: address already in use'],
] as const

test.each(BUSY)('a busy port is named as %s tells it', (_engine, sentence) => {
  expect(
    translateError(answer(500, 'server error', sentence), 'starting the container "a"').toData(),
  ).toEqual({
    code: 'port-busy',
    message:
      'Port 8080 is already in use, found while starting the container "a"; what uses it was left alone.',
    hint: 'Choose another port, or stop what uses this one.',
  })
})

test("the engine's sentence is kept, without dockerode's wrapping", () => {
  const error = translateError(answer(409, 'conflict', 'Container ab is not running.'), 'running "sh"')
  expect(error.message).toBe('Docker failed while running "sh": Container ab is not running.')
})

test('a refused variable is not quoted, neither in the message nor in the cause', () => {
  const thrown = answer(400, 'bad parameter', 'invalid environment variable: =hunter2')
  const error = translateError(thrown, 'creating the container "a"')
  expect([JSON.stringify(error.toData()).includes('hunter2'), error.cause]).toEqual([false, undefined])
})

test('an error that is ours already passes through', async () => {
  const ours = new ShoalError('port-busy', 'Busy.')
  await expect(attempt('testing', () => Promise.reject(ours))).rejects.toBe(ours)
})

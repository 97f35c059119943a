import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { resultOf } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 3 })
})
afterAll(() => stack?.dispose())

interface Connection {
  readonly socket: WebSocket
  /** The container at its other end. */
  readonly instance: string
  /** The close code; undefined while it is open. */
  closed: number | undefined
}

async function connect(): Promise<Connection> {
  const socket = new WebSocket(`${stack.url.replace('http', 'ws')}/ws?ticker=0`)
  await once(socket, 'open')
  const connection: Connection = { socket, instance: await echo(socket), closed: undefined }
  socket.on('close', (code) => {
    connection.closed = code
  })
  return connection
}

/** Sends a message and returns who echoed it. */
async function echo(socket: WebSocket): Promise<string> {
  const answered = once(socket, 'message')
  socket.send('hello')
  const [data] = await answered
  return JSON.parse(String(data)).instance
}

const connectMany = (count: number) => Promise.all(Array.from({ length: count }, connect))

async function expectAlive(connections: readonly Connection[]): Promise<void> {
  const ends = await Promise.all(connections.map(({ socket }) => echo(socket)))
  expect(ends).toEqual(connections.map(({ instance }) => instance))
}

const codes = (connections: readonly Connection[]) => connections.map(({ closed }) => closed)

const streams = async () =>
  Object.fromEntries((await stack.status()).instances.map(({ name, streams }) => [name, streams]))

/** Seconds after which the progress says that an operation of this verb began. */
function startOf(verb: string, progress: string): number {
  return Number(new RegExp(`([\\d.]+)s  ${verb} `).exec(progress)?.[1])
}

function countByInstance(connections: readonly Connection[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { instance } of connections) counts[instance] = (counts[instance] ?? 0) + 1
  return counts
}

test('50 WebSockets stay open through 3 -> 6 -> 3, except those on an instance that left', async () => {
  const early = await connectMany(25)
  await stack.mustShoal('scale', '6')
  await expectAlive(early)
  const late = await connectMany(25)
  const all = [...early, ...late]
  const on = countByInstance(all)
  expect(Object.keys(on)).toHaveLength(6)
  expect(await streams()).toEqual(on)

  const leavers = ['app-4', 'app-5', 'app-6'].map(stack.container)
  const leaving = all.filter(({ instance }) => leavers.includes(instance))
  const staying = all.filter((connection) => !leaving.includes(connection))
  await stack.mustShoal('scale', '3')
  await waitFor(() => leaving.every(({ closed }) => closed !== undefined))
  expect(codes(leaving)).toEqual(leaving.map(() => 1001))
  expect(codes(staying)).toEqual(staying.map(() => undefined))
  await expectAlive(staying)
  for (const { socket } of staying) socket.close()
  await waitFor(async () => Object.values(await streams()).every((count) => count === 0))
})

test('an instance that has only WebSockets left does not hold a scale-down', async () => {
  const sockets = await connectMany(9)
  const leaving = sockets.filter(({ instance }) => instance === stack.container('app-3'))
  expect(leaving.length).toBeGreaterThan(0)
  const { stderr } = await stack.mustShoal('scale', '2')
  // A drain that waited for them would last until its deadline, 30 s.
  expect(startOf('stop', stderr) - startOf('drain', stderr)).toBeLessThan(25)
  await waitFor(() => leaving.every(({ closed }) => closed === 1001))
  for (const { socket } of sockets) socket.close()
})

test('a rollout closes WebSockets properly, and a new one gets through at once', async () => {
  const sockets = await connectMany(6)
  await stack.mustShoal('env', 'set', 'GREETING=streams')
  await waitFor(() => sockets.every(({ closed }) => closed !== undefined))
  expect(codes(sockets)).toEqual(sockets.map(() => 1001))
  const again = await connect()
  await expectAlive([again])
  again.socket.close()
})

test('an event stream counts as a stream, not as a request, and does not hold a scale-down', async () => {
  await stack.mustShoal('scale', '2')
  const headers = { accept: 'text/event-stream' }
  let answered = 0
  const answers = Array.from({ length: 4 }, async () => {
    const response = await fetch(`${stack.url}/api/slow?ms=20000`, { headers })
    answered += 1
    return response.status
  })
  await waitFor(async () => Object.values(await streams()).every((count) => count === 2))
  expect((await stack.status()).instances.map(({ inFlight }) => inFlight)).toEqual([0, 0])
  const scaling = stack.spawnShoal('scale', '1')
  let answeredBeforeStop: number | undefined
  scaling.stderr.on('data', (chunk: Buffer) => {
    if (chunk.includes('  stop ')) answeredBeforeStop = answered
  })
  expect((await resultOf(scaling)).code).toBe(0)
  expect(answeredBeforeStop).toBe(0)
  // The sample app finishes on SIGTERM what it has begun.
  expect(await Promise.all(answers)).toEqual([200, 200, 200, 200])
})

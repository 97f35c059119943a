import { describe, expect, it } from 'vitest'
import type { Instance } from '../../../../contract/models.ts'
import { instanceColor } from '../../../../renderer/model/instance-color.ts'
import { instanceUrl } from '../../../../renderer/model/instance-url.ts'
import { servicePhase, serviceWords } from '../../../../renderer/model/service-phase.ts'
import { curve, layOut, nodesOf } from '../../../../renderer/model/topology.ts'
import { anInstance, aSnapshot } from './commands/scenes.ts'

describe('layOut', () => {
  it('puts two instances on both sides of the line from Caddy to the database', () => {
    expect(layOut(700, 2)).toEqual({
      height: 132,
      half: 98,
      browser: { x: 43, y: 66 },
      caddy: { x: 207, y: 66 },
      database: { x: 649, y: 66 },
      instances: [
        { x: 425, y: 50 },
        { x: 425, y: 82 },
      ],
    })
  })

  it('grows with the instances', () => {
    const { height, instances } = layOut(700, 10)
    expect([height, instances[0]?.y, instances[9]?.y]).toEqual([320, 16, 304])
  })
})

describe('curve', () => {
  it('leaves and arrives level', () => {
    expect(curve({ x: 0, y: 0 }, { x: 100, y: 50 })).toBe('M0 0C50 0 50 50 100 50')
  })
})

describe('instanceColor', () => {
  it('is the same for an index everywhere, and begins again after ten', () => {
    expect([1, 10, 11].map(instanceColor)).toEqual([
      'var(--instance-1)',
      'var(--instance-10)',
      'var(--instance-1)',
    ])
  })
})

describe('instanceUrl', () => {
  it('names the instance in the host and keeps the port', () => {
    expect(instanceUrl('http://localhost:8080', 2)).toBe('http://app-2.localhost:8080/')
    expect(instanceUrl('http://localhost', 11)).toBe('http://app-11.localhost/')
  })
})

describe('a service', () => {
  it.each([
    [{ state: 'running', health: 'healthy' }, 'serving', 'healthy'],
    [{ state: 'running', health: 'none' }, 'serving', 'running'],
    [{ state: 'running', health: 'unhealthy' }, 'sick', 'unhealthy'],
    [{ state: 'running', health: 'starting' }, 'starting', 'starting'],
    [{ state: 'restarting', health: 'unknown' }, 'restarting', 'restarting'],
    [{ state: 'exited', health: 'unknown' }, 'stopped', 'exited'],
    [{ state: 'absent', health: 'unknown' }, 'stopped', 'not started'],
  ] as const)('%j is %s, in words %s', (service, phase, words) => {
    expect([servicePhase(service), serviceWords(service)]).toEqual([phase, words])
  })
})

describe('nodesOf', () => {
  const snapshot = (...instances: Instance[]) => aSnapshot({ instances })

  it('shows what is wanted and not there beside what is there', () => {
    expect(nodesOf(snapshot(anInstance(2, { inFlight: 2, streams: 1 })), 3, null)).toEqual([
      { index: 1, short: 'app-1', phase: 'absent', words: 'not started', load: 0, up: false },
      { index: 2, short: 'app-2', phase: 'serving', words: '3 in flight', load: 3, up: true },
      { index: 3, short: 'app-3', phase: 'absent', words: 'not started', load: 0, up: false },
    ])
  })

  it('shows those above what is wanted for as long as they are there', () => {
    const nodes = nodesOf(snapshot(anInstance(1), anInstance(5, { inRotation: false })), 1, null)
    expect(nodes.map(({ short, words }) => `${short} ${words}`)).toEqual([
      'app-1 serving',
      'app-5 out of rotation',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { instanceColor } from '../../../../renderer/model/instance-color.ts'
import { instanceUrl } from '../../../../renderer/model/instance-url.ts'
import { servicePhase, serviceWords } from '../../../../renderer/model/service-phase.ts'
import { curve, layOut } from '../../../../renderer/model/topology.ts'

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

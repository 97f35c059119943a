import { isIP } from 'node:net'
import type { Port } from '../model.ts'
import type { Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { expectList, openFields } from './fields.ts'
import { readInteger, readText } from './scalars.ts'

/** Why a port can't be published; it continues the sentence after the key. */
class PortFault extends Error {}

const HINT = 'Write it as "127.0.0.1:8080:80" or "8080:80/udp".'

/** Published ports, short and long form. Of two with the same address and target the last one counts. */
export function readPorts(node: Node | undefined, reading: Reading): Port[] {
  const ports = new Map<string, Port>()
  for (const item of node === undefined ? [] : expectList(node, reading)) {
    for (const port of readItem(item, reading))
      ports.set(`${port.hostIp || '0.0.0.0'}:${port.published}:${port.target}/${port.protocol}`, port)
  }
  return [...ports.values()]
}

function readItem(node: Node, reading: Reading): Port[] {
  if (node.kind === 'map') return readLong(node, reading)
  try {
    if (node.kind === 'scalar' && (node.type === 'string' || node.type === 'int')) return parsePort(node.text)
    throw new PortFault('must be a port such as "8080:80"')
  } catch (fault) {
    if (!(fault instanceof PortFault)) throw fault
    reading.problems.add(node, fault.message, HINT)
    return []
  }
}

/**
 * Reads `[[ip:]published:]target[/protocol]`. Ranges of equal length become one port each.
 *
 * @throws PortFault
 */
function parsePort(text: string): Port[] {
  const [address = '', protocolText = 'tcp', ...more] = text.split('/')
  const protocol = readProtocol(more.length > 0 ? '' : protocolText)
  const parts = address.split(':')
  const [target, targetEnd] = parseRange(parts.pop() ?? '')
  const publishedText = parts.pop() ?? ''
  const hostIp = parts.join(':').replace(/^\[(.*)\]$/, '$1')
  if (hostIp !== '' && isIP(hostIp) === 0) throw new PortFault('has an address that is not an IP address')
  const count = targetEnd - target + 1
  const [published, publishedEnd] = publishedText === '' ? [0, 0] : parseRange(publishedText)
  if (publishedText !== '' && publishedEnd - published + 1 !== count)
    throw new PortFault('has ranges of different lengths, which Shoal does not read')
  return Array.from({ length: count }, (_, index) => ({
    target: target + index,
    published: published === 0 ? 0 : published + index,
    hostIp,
    protocol,
  }))
}

function parseRange(text: string): [number, number] {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text)
  const first = Number(match?.[1])
  const last = match?.[2] === undefined ? first : Number(match[2])
  if (match === null || last > 65_535 || first > last)
    throw new PortFault('must have ports between 0 and 65535')
  return [first, last]
}

function readProtocol(text: string): Port['protocol'] {
  const protocol = text.toLowerCase()
  if (protocol === 'tcp' || protocol === 'udp') return protocol
  throw new PortFault('must have the protocol tcp or udp')
}

function readLong(node: Node, reading: Reading): Port[] {
  const field = openFields(node, ['target', 'published', 'host_ip', 'protocol', 'mode'], reading)
  if (field === undefined) return []
  const target = readInteger(field('target'), reading)
  const published = field('published')
  const hostIp = readText(field('host_ip'), reading) ?? ''
  const mode = readText(field('mode'), reading) ?? 'ingress'
  try {
    if (target === undefined) throw new PortFault('must have a target port')
    if (field('host_ip') !== undefined && isIP(hostIp) === 0)
      throw new PortFault('has a host_ip that is not an IP address')
    if (mode !== 'ingress' && mode !== 'host') throw new PortFault('must have the mode ingress or host')
    const [first, last] = published?.kind === 'scalar' ? parseRange(published.text || '0') : [0, 0]
    if (first !== last) throw new PortFault('publishes a range for one target, which Shoal does not read')
    const protocol = readProtocol(readText(field('protocol'), reading) ?? 'tcp')
    return [{ target: parseRange(String(target))[0], published: first, hostIp, protocol }]
  } catch (fault) {
    if (!(fault instanceof PortFault)) throw fault
    reading.problems.add(node, fault.message, HINT)
    return []
  }
}

import { expect, test } from 'vitest'
import { parseListeners } from '../../../../engine/ports/linux.ts'
import { parseLsof } from '../../../../engine/ports/mac.ts'
import { parseNetstat, parseTasklist } from '../../../../engine/ports/windows.ts'

test('Linux: the inode of the socket that listens, not of one that is connected', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 41 1 0 100 0 0 10 0',
    '   1: 0100007F:1F90 0100007F:D0C2 01 00000000:00000000 00:00000000 00000000     0        0 42 1 0 20 4 30 10 -1',
    '   2: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 43 1 0 100 0 0 10 0',
  ].join('\n')
  expect([parseListeners(table, 8080), parseListeners(table, 80), parseListeners(table, 81)]).toEqual([
    ['41'],
    ['43'],
    [],
  ])
})

test('macOS: the first process of lsof', () => {
  expect(parseLsof('p812\ncnode\nf23\n')).toEqual({ pid: 812, name: 'node' })
  expect(parseLsof('')).toBeUndefined()
})

test('Windows: the listener by its foreign address, in any language', () => {
  const output = [
    '  Proto  Lokale Adresse         Remoteadresse          Status           PID',
    '  TCP    127.0.0.1:8080         127.0.0.1:50000        HERGESTELLT      1',
    '  TCP    0.0.0.0:8080           0.0.0.0:0              ABHÖREN         4242',
    '  TCP    [::]:443               [::]:0                 ABHÖREN         17',
  ].join('\r\n')
  expect([8080, 443, 80].map((port) => parseNetstat(output, port))).toEqual([4242, 17, undefined])
  expect(parseTasklist('"node.exe","4242","Console","1","40.000 K"\r\n')).toBe('node.exe')
  expect(parseTasklist('INFO: No tasks are running which match the specified criteria.')).toBeUndefined()
})

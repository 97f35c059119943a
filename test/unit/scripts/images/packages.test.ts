import { expect, test } from 'vitest'
import { closure, parseStatus } from '../../../../scripts/images/packages.js'

const status = `Package: base
Essential: yes
Version: 1
Depends: libc (>= 2.0), missing | shell:any

Package: libc
Version: 2.1

Package: dash
Version: 1
Provides: shell (= 1), libc

Package: server
Version: 1:3.0
Pre-Depends: manager | libc
Depends: libc, tool

Package: manager
Version: 1
Depends: tool

Package: tool
Version: 1
`

test('a status file is read with alternatives, versions and provided names apart', () => {
  const [base, , dash] = parseStatus(status).map(({ text, ...fields }) => fields)
  expect([base, dash]).toEqual([
    { name: 'base', version: '1', essential: true, depends: [['libc'], ['missing', 'shell']], provides: [] },
    { name: 'dash', version: '1', essential: false, depends: [], provides: ['shell', 'libc'] },
  ])
})

test('the closure holds the essential packages, the roots and what they depend on', () => {
  expect([...closure(parseStatus(status), ['server'], [])].sort()).toEqual([
    'base',
    'dash',
    'libc',
    'manager',
    'server',
    'tool',
  ])
})

test('the closure leaves out what is unwanted and what only that needs', () => {
  const installed = parseStatus('Package: a\nDepends: b\n\nPackage: b\nDepends: c\n\nPackage: c\n')
  expect([...closure(installed, ['a'], ['b'])]).toEqual(['a'])
})

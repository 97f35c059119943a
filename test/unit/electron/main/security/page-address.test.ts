import { expect, test } from 'vitest'
import { isPage, PAGE, webLink } from '../../../../../electron/main/security/page-address.ts'

test.each([
  ['app://shoal/', PAGE, true],
  ['app://shoal/index.html#/logs', PAGE, true],
  ['app://shoal.example/', PAGE, false],
  ['app://user@shoal:1/', PAGE, false],
  ['http://shoal/', PAGE, false],
  ['file:///app/index.html', PAGE, false],
  ['about:blank', PAGE, false],
  ['not an address', PAGE, false],
  ['http://localhost:5173/x', 'http://localhost:5173/', true],
  ['http://localhost:5174/', 'http://localhost:5173/', false],
])('Whether %s is of the page %s: %s', (address, page, expected) => {
  expect(isPage(address, page)).toBe(expected)
})

test.each([
  ['https://caddyserver.com/docs', 'https://caddyserver.com/docs'],
  ['http://localhost:8080', 'http://localhost:8080/'],
  ['https://user:word@bank.example/', undefined],
  ['file:///etc/passwd', undefined],
  ['javascript:alert(1)', undefined],
  ['smb://server/share', undefined],
  ['ms-msdt:/id', undefined],
  ['C:\\Windows\\calc.exe', undefined],
  ['', undefined],
])('The browser gets of %j: %j', (address, expected) => {
  expect(webLink(address)).toBe(expected)
})

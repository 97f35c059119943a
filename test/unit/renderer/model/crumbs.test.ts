import { expect, test } from 'vitest'
import { crumbsOf } from '../../../../renderer/model/crumbs.ts'

const paths = (path: string) => crumbsOf(path).map((crumb) => `${crumb.name} ${crumb.path}`)

test('a path comes apart into the folders on the way to it', () => {
  expect(paths('/home/ada/shop')).toEqual(['/ /', 'home /home', 'ada /home/ada', 'shop /home/ada/shop'])
})

test('the top is its own only folder', () => {
  expect(paths('/')).toEqual(['/ /'])
})

test('a path of Windows keeps its drive or share as top', () => {
  expect([paths('C:\\Users\\Ada'), paths('\\\\nas\\work\\shop')]).toEqual([
    ['C:\\ C:\\', 'Users C:\\Users', 'Ada C:\\Users\\Ada'],
    ['\\\\nas\\work\\ \\\\nas\\work\\', 'shop \\\\nas\\work\\shop'],
  ])
})

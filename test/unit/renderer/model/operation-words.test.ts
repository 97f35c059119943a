import { expect, it } from 'vitest'
import { commandWords, operationWords } from '../../../../renderer/model/operation-words.ts'

it.each([
  ['scale 5', 'Scale to 5'],
  ['env DATABASE_URL, PORT', 'Change DATABASE_URL, PORT'],
  ['env unchanged', 'Apply .env'],
  ['port 8081', 'Move to port 8081'],
  ['up', 'Start'],
  ['up --scale 1', 'Start with 1 instance'],
  ['up --scale 3 --port 8080', 'Start with 3 instances on port 8080'],
  ['down', 'Remove containers'],
  ['down --volumes', 'Remove containers and data'],
  ['restart app-2', 'Restart app-2'],
  ['stop', 'Stop the stack'],
  ['', 'Waiting for its turn'],
])('tells the command %j as %j', (command, words) => {
  expect(commandWords(command)).toBe(words)
})

it('tells an operation by what it acts on, without the project’s name', () => {
  expect(operationWords({ verb: 'drain', target: 'shop-app-2' }, 'shop')).toBe('Drain app-2')
  expect(operationWords({ verb: 'pull', target: 'postgres:18' }, 'shop')).toBe('Pull postgres:18')
})

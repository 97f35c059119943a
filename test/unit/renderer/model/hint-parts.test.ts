import { expect, test } from 'vitest'
import { hintParts } from '../../../../renderer/model/hint-parts.ts'

test('commands that a hint quotes come apart from its words', () => {
  expect(
    hintParts('Start it with "sudo systemctl start docker". Or name one: "docker context use NAME".'),
  ).toEqual([
    { kind: 'words', text: 'Start it with ' },
    { kind: 'command', text: 'sudo systemctl start docker' },
    { kind: 'words', text: '. Or name one: ' },
    { kind: 'command', text: 'docker context use NAME' },
    { kind: 'words', text: '.' },
  ])
})

test('other quotes stay words', () => {
  const hint = 'Add your user to the group "docker-users", then sign out and in again.'
  expect(hintParts(hint)).toEqual([{ kind: 'words', text: hint }])
})

import { expect, test } from 'vitest'
import { listCaddyVariables } from '../../../../engine/caddyfile/variables.ts'

test('the variables of a Caddyfile come once each, with their default and line; comments have none', () => {
  const source =
    '{$DOMAIN:localhost}, {$OTHER} {\n\t# {$NOT}\n\trespond {$DOMAIN} # {$NOR}\n\troot x#{$YES:}\n}\n'
  expect(listCaddyVariables(source)).toEqual([
    { name: 'DOMAIN', fallback: 'localhost', line: 1 },
    { name: 'OTHER', fallback: '', line: 1 },
    { name: 'YES', fallback: '', line: 4 },
  ])
})

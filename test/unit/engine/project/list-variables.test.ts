import { expect, test } from 'vitest'
import { listVariables } from '../../../../engine/project/list-variables.ts'

test('the variables of a compose file come once each, with their fallback and first place', () => {
  const text = [
    'services:',
    '  app:',
    `    image: shop:\${TAG:-latest}`,
    `    ports: ["127.0.0.1:\${PORT-80}:80", "\${PORT}:81"]`,
    '    environment:',
    '      URL: $BASE/x',
    `      HASH: $$NOT \${NEEDED:?tell me}`,
    `      NESTED: \${OUTER:-\${INNER:-deep}}`,
    '',
  ].join('\n')
  expect(listVariables(text, 'compose.yaml')).toEqual([
    { name: 'TAG', fallback: 'latest', path: 'services.app.image' },
    { name: 'PORT', fallback: '80', path: 'services.app.ports[0]' },
    { name: 'BASE', fallback: '', path: 'services.app.environment.URL' },
    { name: 'NEEDED', fallback: '', path: 'services.app.environment.HASH' },
    { name: 'OUTER', fallback: '', path: 'services.app.environment.NESTED' },
    { name: 'INNER', fallback: 'deep', path: 'services.app.environment.NESTED' },
  ])
})

test('a malformed file has none', () => {
  expect(listVariables(`a: [\${B}\n  : {`, 'compose.yaml')).toEqual([])
})

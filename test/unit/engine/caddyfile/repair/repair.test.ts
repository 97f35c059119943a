import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { CaddyProblem } from '../../../../../contract/caddyfile.ts'
import { shoalProblem } from '../../../../../engine/caddyfile/judge/subject.ts'
import { repairOne } from '../../../../../engine/caddyfile/repair/repair.ts'

const bundled = await readFile(new URL('../../../../../stack/Caddyfile', import.meta.url), 'utf8')
const mending = {
  app: { name: 'shop-app', environment: { APP: 'shop-app' } },
  service: 'app',
  scale: 12,
  bundled,
}
const repair = (text: string, code: CaddyProblem['code']) =>
  repairOne(text, [shoalProblem(code, '', '')], mending)?.text

test('the admin address is replaced, or the word that switched it off', () => {
  expect(repair('{\n\tadmin off # no\n\tdebug\n}\n', 'admin')).toBe(
    '{\n\tadmin 127.0.0.1:2019 # no\n\tdebug\n}\n',
  )
  expect(repair(':80 {\n}\n', 'admin')).toBeUndefined()
})

test('one upstream for all becomes a slot for each instance, up to the scale', () => {
  const slots = Array.from({ length: 12 }, (_, index) => `shop-app-${index + 1}:3000`).join(' ')
  expect(repair(':80 {\r\n\treverse_proxy /x* app:3000\r\n}\r\n', 'slots-missing')).toBe(
    `:80 {\r\n\treverse_proxy /x* ${slots}\r\n}\r\n`,
  )
  expect(repair('(instances) {\n\tto app:3000 # all\n}\n', 'slots-missing')).toBe(
    `(instances) {\n\tto ${slots} # all\n}\n`,
  )
  expect(repair(':80 {\n\treverse_proxy other:3000\n}\n', 'slots-missing')).toBeUndefined()
})

test('slots are added up to the scale', () => {
  expect(repair(bundled, 'slots-few')).toContain('{$APP:app}-12:3000')
})

test('health checks are added to what is there, in its indentation', () => {
  expect(repair(':80 {\n  reverse_proxy shop-app-1:3000 shop-app-2:3000\n}\n', 'health-checks')).toBe(
    [
      ':80 {',
      '  reverse_proxy shop-app-1:3000 shop-app-2:3000 {',
      '  \tlb_policy least_conn',
      '  \tlb_try_duration 15s',
      '  \thealth_uri /api/health',
      '  \thealth_interval 1s',
      '  \thealth_timeout 3s',
      '  \thealth_upstream 127.0.0.1:2020',
      '  \tfail_duration 2s',
      '  \thealth_headers {',
      '  \t\tX-Upstream {http.reverse_proxy.active.target_upstream}',
      '  \t}',
      '  }',
      '}',
      '',
    ].join('\n'),
  )
  const own =
    ':80 {\n\treverse_proxy shop-app-1:3000 shop-app-2:3000 {\n\t\thealth_uri /up\n\t\tlb_policy first\n\t\thealth_upstream 10.0.0.1:80\n\t\thealth_headers {\n\t\t\tHost x\n\t\t}\n\t\tlb_retries 2\n\t}\n}\n'
  expect(repair(own, 'health-upstream')).toBe(
    own
      .replace('10.0.0.1:80', '127.0.0.1:2020')
      .replace('health_headers {', '$&\n\t\t\tX-Upstream {http.reverse_proxy.active.target_upstream}'),
  )
})

test('the gate is added at the end, or takes the place of what stands on its port', () => {
  const gate = bundled.slice(bundled.indexOf('# The gate. While'))
  const [before] = bundled.split('\n# The gate. While')
  expect(repair(before ?? '', 'gate')).toBe(bundled)
  expect(repair((before ?? '').replaceAll('\n', '\r\n'), 'gate')).toBe(bundled.replaceAll('\n', '\r\n'))
  expect(repair(`:80\n\n# mine\nhttp://:2020 {\n\trespond ok\n}\n# end\n`, 'rotation')).toBe(
    `:80\n\n${gate}# end\n`,
  )
})

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterEach, expect, test } from 'vitest'

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
const trees: string[] = []

afterEach(async () => {
  await Promise.all(trees.splice(0).map((tree) => rm(tree, { recursive: true })))
})

/** What each rule must catch: a file and what it imports. */
const violations: Record<string, [file: string, imports: string]> = {
  'no-circular': ['engine/stack/a.ts', './b.ts'],
  'no-orphan': ['engine/stack/orphan.ts', ''],
  'no-unresolvable': ['engine/stack/b.ts', './missing.ts'],
  'no-undeclared-package': ['cli/main.ts', 'undeclared'],
  'contract-imports-only-zod': ['contract/models.ts', 'node:path'],
  'rpc-imports-only-the-contract': ['rpc/host.ts', '../engine/engine.ts'],
  'rpc-runs-in-the-browser': ['rpc/host.ts', 'node:events'],
  'engine-is-headless': ['engine/stack/b.ts', 'electron'],
  'cli-reaches-no-other-host': ['cli/main.ts', '../electron/main/index.ts'],
  'desktop-reaches-no-other-host': ['electron/main/index.ts', '../../cli/main.ts'],
  'main-runs-no-engine': ['electron/main/index.ts', '../../engine/engine.ts'],
  'engine-process-shows-nothing': ['electron/engine/index.ts', 'electron'],
  'preload-is-thin': ['electron/preload/index.ts', '../../contract/models.ts'],
  'renderer-knows-only-the-wire': ['renderer/shell/app.ts', '../../rpc/host.ts'],
  'renderer-runs-in-the-browser': ['renderer/shell/app.ts', 'node:path'],
  'features-know-no-feature': ['renderer/features/logs/logs.ts', '../overview/overview.ts'],
  'what-features-build-on-knows-none': ['renderer/store/store.ts', '../features/logs/logs.ts'],
  'model-is-pure': ['renderer/model/phase.ts', '../store/store.ts'],
  'only-engine-docker-knows-dockerode': ['engine/logs/shared-logs.ts', 'dockerode'],
  'docker-is-reached-through-its-gateway': ['engine/caddy/tunnel.ts', '../docker/client.ts'],
  'commands-are-on-top': ['engine/stack/b.ts', '../commands/scale.ts'],
  'bottom-parts-are-independent': ['engine/caddy/tunnel.ts', '../project/names.ts'],
  'project-knows-no-docker': ['engine/project/names.ts', '../docker/gateway.ts'],
  'bottom-parts-look-down-only': ['engine/caddy/tunnel.ts', '../logs/shared-logs.ts'],
  'stack-knows-no-sibling': ['engine/stack/b.ts', '../logs/shared-logs.ts'],
  'siblings-know-no-stack': ['engine/logs/shared-logs.ts', '../stack/b.ts'],
  'siblings-know-no-sibling': ['engine/logs/shared-logs.ts', '../ports/holder.ts'],
  'the-ground-needs-nothing': ['engine/files/read-text.ts', '../project/names.ts'],
  'nobody-imports-the-composition-root': ['engine/stack/b.ts', '../engine.ts'],
}

test('every rule of the layers has a case here', () => {
  const names: string[] = config.forbidden.map((rule: { name: string }) => rule.name)
  expect(Object.keys(violations).sort()).toEqual(names.sort())
})

test('a tree that keeps the layers passes', async () => {
  expect(await brokenRules({})).toEqual([])
}, 30_000)

test.each(Object.entries(violations))(
  '%s catches %j',
  async (rule, [file, imports]) => {
    const text = imports && `import '${imports}'\n`
    expect(await brokenRules({ [file]: text })).toContain(rule)
  },
  30_000,
)

/** A small tree with every layer in it, and which rules it breaks with some lines put before some of its files. */
async function brokenRules(added: Record<string, string>): Promise<string[]> {
  const tree = await realpath(await mkdtemp(join(tmpdir(), 'shoal-layers-')))
  trees.push(tree)
  const lawful: Record<string, string> = {
    'package.json': '{"type":"module","dependencies":{"dockerode":"1","electron":"1","zod":"1"}}',
    'tsconfig.json': '{}',
    'node_modules/zod/index.js': '',
    'node_modules/dockerode/index.js': '',
    'node_modules/electron/index.js': '',
    'node_modules/undeclared/index.js': '',
    'contract/models.ts': "import 'zod'\n",
    'rpc/host.ts': "import '../contract/models.ts'\n",
    'renderer/model/phase.ts': "import '../../contract/models.ts'\n",
    'renderer/store/store.ts': "import '../model/phase.ts'\n",
    'renderer/features/logs/logs.ts': "import '../../store/store.ts'\n",
    'renderer/features/overview/overview.ts': "import '../../store/store.ts'\n",
    'renderer/shell/app.ts': "import '../features/logs/logs.ts'\nimport '../features/overview/overview.ts'\n",
    'electron/shared/channels.ts': '',
    'electron/main/index.ts': "import 'electron'\nimport '../shared/channels.ts'\n",
    'electron/preload/index.ts': "import 'electron'\nimport '../shared/channels.ts'\n",
    'electron/engine/index.ts': "import '../../engine/engine.ts'\nimport '../../rpc/host.ts'\n",
    'engine/engine.ts':
      "import './docker/client.ts'\nimport './stack/a.ts'\nimport './logs/shared-logs.ts'\nimport './ports/holder.ts'\n",
    'engine/docker/gateway.ts': "import '../../contract/models.ts'\n",
    'engine/docker/client.ts': "import 'dockerode'\nimport './gateway.ts'\n",
    'engine/files/read-text.ts': "import '../../contract/models.ts'\n",
    'engine/project/names.ts': "import '../files/read-text.ts'\n",
    'engine/caddy/tunnel.ts': "import '../docker/gateway.ts'\n",
    'engine/stack/a.ts': "import '../caddy/tunnel.ts'\nimport '../project/names.ts'\n",
    'engine/stack/b.ts': "import './a.ts'\n",
    'engine/commands/scale.ts': "import '../stack/a.ts'\nimport '../docker/client.ts'\n",
    'engine/logs/shared-logs.ts': "import '../docker/gateway.ts'\n",
    'engine/ports/holder.ts': "import '../docker/gateway.ts'\n",
    'cli/main.ts': "import '../engine/engine.ts'\nimport '../rpc/host.ts'\n",
  }
  for (const [file, text] of Object.entries({ ...lawful, ...added })) {
    const path = join(tree, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, added[file] === undefined ? text : `${text}${lawful[file] ?? ''}`)
  }
  const ruleSet: IFlattenedRuleSet = { forbidden: config.forbidden }
  const { output } = await cruise(['contract', 'rpc', 'engine', 'cli', 'renderer', 'electron'], {
    ...config.options,
    tsConfig: { fileName: join(tree, 'tsconfig.json') },
    baseDir: tree,
    ruleSet,
    validate: true,
  })
  if (typeof output === 'string') throw new Error(output)
  return [...new Set(output.summary.violations.map((violation) => violation.rule.name))]
}

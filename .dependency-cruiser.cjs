/** Who may import whom; architecture.md says why. Folders of engine/ that are not named here are siblings of one another. */

const BOTTOM = 'docker|caddy|project'
const NOT_SIBLINGS = `${BOTTOM}|stack|files|names|commands`
const HOSTS = '^(electron|renderer|cli|bench|test|scripts)/'
const SCREEN_LIBRARIES = '(^|/)node_modules/(electron|react|react-dom|zustand|@xterm)(/|$)'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no-circular',
      'A cycle cannot be understood one part at a time. The slices of one store know its type.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('no-orphan', 'Nothing imports it and it imports nothing: it is dead.', { orphan: true }, {}),
    rule('no-unresolvable', 'It must exist.', {}, { couldNotResolve: true }),
    rule(
      'no-undeclared-package',
      'What runs at the user must be among the dependencies.',
      { path: '^(contract|rpc|engine|cli)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'contract-imports-only-zod',
      'Every host and the renderer load the contract.',
      { path: '^contract/' },
      { pathNot: '^contract/|(^|/)node_modules/zod/' },
    ),
    rule(
      'rpc-imports-only-the-contract',
      'The same RPC runs over any port, in Node and in the browser.',
      { path: '^rpc/' },
      { path: `^engine/|${HOSTS}|${SCREEN_LIBRARIES}` },
    ),
    rule(
      'rpc-runs-in-the-browser',
      'The renderer has no modules of Node.',
      { path: '^rpc/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'renderer-knows-only-the-wire',
      'It is the same in Electron and in the browser: it sees the contract and the client of the rpc.',
      { path: '^renderer/' },
      { path: '^(engine|electron|cli|bench|scripts)/|^rpc/host\\.ts$|(^|/)node_modules/electron(/|$)' },
    ),
    rule(
      'renderer-runs-in-the-browser',
      'It has no modules of Node.',
      { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'features-know-no-feature',
      'What two features share is a component, a model or a slice of the store.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    rule(
      'what-features-build-on-knows-none',
      'Components, the store and the bridge serve every feature; only the shell puts features into the window.',
      { path: '^renderer/(bridge|components|lib|model|store)/' },
      { path: '^renderer/(features|shell)/' },
    ),
    rule(
      'model-is-pure',
      'What the window makes of the engine’s reports is tested without a window.',
      { path: '^renderer/model/' },
      { path: '^renderer/', pathNot: '^renderer/model/' },
    ),
    rule(
      'engine-is-headless',
      'The engine does the work and knows no host, no carrier and no screen.',
      { path: '^engine/' },
      { path: `^rpc/|${HOSTS}|${SCREEN_LIBRARIES}` },
    ),
    rule(
      'cli-reaches-no-other-host',
      'A host builds on the engine, not on another host.',
      { path: '^cli/' },
      { path: '^(electron|renderer|bench|test|scripts)/' },
    ),
    rule(
      'desktop-reaches-no-other-host',
      'A host builds on the engine, not on another host; the page is built by itself.',
      { path: '^electron/' },
      { path: '^(renderer|cli|bench|test|scripts)/' },
    ),
    rule(
      'main-runs-no-engine',
      'The engine has a process of its own, so that its load never freezes menus and windows.',
      { path: '^electron/(main|preload)/' },
      { path: '^engine/|^rpc/host\\.ts$', pathNot: '^engine/files/' },
    ),
    rule(
      'engine-process-shows-nothing',
      'It asks main for dialogs; Electron itself is not there.',
      { path: '^electron/engine/' },
      { path: '^electron/(main|preload)/|(^|/)node_modules/electron(/|$)' },
    ),
    rule(
      'preload-is-thin',
      'It is loaded into every page, and passes one port on.',
      { path: '^electron/preload/' },
      {
        pathNot:
          '^electron/(preload/|shared/channels\\.ts$)|^contract/window\\.ts$|(^|/)node_modules/electron/',
      },
    ),
    rule(
      'only-engine-docker-knows-dockerode',
      'Its types and its quirks end at the gateway.',
      { pathNot: '^engine/docker/' },
      { path: '(^|/)node_modules/(@types/)?(dockerode|docker-modem)/' },
    ),
    rule(
      'docker-is-reached-through-its-gateway',
      'The gateway is the interface in our own words; only the commands connect what is behind it.',
      { path: '^engine/(?!(docker|commands)/)[^/]+/' },
      { path: '^engine/docker/', pathNot: '^engine/docker/gateway\\.ts$' },
    ),
    rule(
      'bottom-parts-are-independent',
      'docker, caddy and project can be read alone; caddy reaches its container through the Docker gateway.',
      { path: `^engine/(${BOTTOM})/` },
      { path: `^engine/(${BOTTOM})/`, pathNot: ['^engine/$1/', '^engine/docker/gateway\\.ts$'] },
    ),
    rule(
      'project-knows-no-docker',
      'A project folder is read without an engine.',
      { path: '^engine/project/' },
      { path: '^engine/docker/' },
    ),
    rule(
      'bottom-parts-look-down-only',
      'The stack and the siblings are above them.',
      { path: `^engine/(${BOTTOM})/` },
      { path: '^engine/[^/]+/', pathNot: `^engine/(${BOTTOM}|files)/` },
    ),
    rule(
      'stack-knows-no-sibling',
      'What they share is below; what joins them is the composition root.',
      { path: '^engine/stack/' },
      { path: '^engine/[^/]+/', pathNot: `^engine/(${NOT_SIBLINGS})/` },
    ),
    rule(
      'siblings-know-no-stack',
      'One concern each.',
      { path: `^engine/(?!(${NOT_SIBLINGS})/)[^/]+/` },
      { path: '^engine/stack/' },
    ),
    rule(
      'siblings-know-no-sibling',
      'One concern each.',
      { path: `^engine/(?!(?:${NOT_SIBLINGS})/)([^/]+)/` },
      { path: '^engine/[^/]+/', pathNot: ['^engine/$1/', `^engine/(${NOT_SIBLINGS})/`] },
    ),
    rule(
      'commands-are-on-top',
      'A command joins the parts, so no part may know it; engine.ts hands the commands out.',
      { path: '^engine/(?!commands/)[^/]+/' },
      { path: '^engine/commands/' },
    ),
    rule(
      'the-ground-needs-nothing',
      'Text files and names serve every part.',
      { path: '^engine/(files|names)/' },
      { path: '^engine/', pathNot: '^engine/$1/' },
    ),
    rule(
      'nobody-imports-the-composition-root',
      'engine.ts sees all, so nothing that it sees may see it.',
      { path: '^engine/[^/]+/' },
      { path: '^engine/[^/]+\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}

import { expect, test } from 'vitest'
import { runShoal } from './run-shoal.ts'

test.each([
  ['scal 3', "Unknown command 'scal'.", 'Did you mean scale? Run "shoal --help".'],
  ['status --wach', "Unknown option '--wach'.", 'Did you mean --watch? Run "shoal status --help".'],
  ['scale', "Missing required argument 'N'.", 'Run "shoal scale --help".'],
  [
    'scale 1 2',
    "Too many arguments for 'scale'. Expected 1 argument but got 2.",
    'Run "shoal scale --help".',
  ],
  ['scale x', "Argument N 'x' is invalid. It must be a whole number.", 'Run "shoal scale --help".'],
  ['scale 1.5', "Argument N '1.5' is invalid. It must be a whole number.", 'Run "shoal scale --help".'],
  [
    'up --scale 1e3',
    "Option '--scale <N>' argument '1e3' is invalid. It must be a whole number.",
    'Run "shoal up --help".',
  ],
  [
    'up --port 70000',
    "Option '--port <P>' argument '70000' is invalid. A port is between 1 and 65535.",
    'Run "shoal up --help".',
  ],
  ['port 0', "Argument P '0' is invalid. A port is between 1 and 65535.", 'Run "shoal port --help".'],
  [
    'logs --tail many',
    "Option '-n, --tail <N>' argument 'many' is invalid. It must be a number of lines or \"all\".",
    'Run "shoal logs --help".',
  ],
  [
    'logs --since 10',
    "Option '--since <T>' argument '10' is invalid. Did you mean 10s, 10m or 10h?",
    'Run "shoal logs --help".',
  ],
  [
    'logs --grep (',
    "Option '--grep <RE>' argument '(' is invalid. Invalid regular expression: /(/: Unterminated group.",
    'Run "shoal logs --help".',
  ],
  [
    'traffic --window 901',
    "Option '--window <S>' argument '901' is invalid. It must be from 1 to 900 seconds.",
    'Run "shoal traffic --help".',
  ],
  [
    'requests --status bad',
    "Option '--status <S>' argument 'bad' is invalid. It must be a status such as 404, or a class such as 5xx.",
    'Run "shoal requests --help".',
  ],
  [
    'requests --slower 500',
    "Option '--slower <T>' argument '500' is invalid. It must be a span such as 500ms or 2s.",
    'Run "shoal requests --help".',
  ],
  ['exec app-1', "Missing required argument 'CMD'.", 'Run "shoal exec --help".'],
  ['exec app-1 ls -la', "Unknown option '-la'.", 'Run "shoal exec --help".'],
  ['env set', "Missing required argument 'K=V'.", 'Run "shoal env set --help".'],
  ['env set A=1 hunter2', 'Argument 2 is not of the form KEY=VALUE.', ''],
  [
    'env set 1A=hunter2',
    'A variable\'s name has letters, digits and underscores and starts with no digit; "1A" does not.',
    '',
  ],
  [
    'env unset A-!',
    'A variable\'s name has letters, digits and underscores and starts with no digit; "A-!" does not.',
    '',
  ],
])('shoal %s is a usage error', async (line, message, hint) => {
  const { code, stdout, stderr, engines } = await runShoal(`${line} --json`)
  expect({ code, stdout, engines, ...JSON.parse(stderr) }).toEqual({
    code: 2,
    stdout: '',
    engines: 0,
    error: { code: 'usage', message, hint },
  })
})

test('a usage error is told in words without --json', async () => {
  const { stderr } = await runShoal('scale x')
  expect(stderr).toMatchInlineSnapshot(`
    "error Argument N 'x' is invalid. It must be a whole number.
    hint  Run "shoal scale --help".
    "
  `)
})

test('--json after -- belongs to the command that exec runs', async () => {
  const { stderr } = await runShoal('exec --nope app -- ls --json')
  expect(stderr).toMatchInlineSnapshot(`
    "error Unknown option '--nope'.
    hint  Run "shoal exec --help".
    "
  `)
})

test('no command at all shows the help on standard error', async () => {
  const { code, stdout, stderr, engines } = await runShoal([])
  expect({ code, stdout, engines }).toEqual({ code: 2, stdout: '', engines: 0 })
  expect(stderr).toMatchInlineSnapshot(`
    "Usage: shoal [options] [command]

    Runs many instances of one web app on this machine, behind Caddy, and drops no request.

    Options:
      --version                       print the version
      --project <DIR>                 the project folder (default: the current one, else a sample)
      --json                          print one JSON document (one a line for logs, requests, --watch)
      -q, --quiet                     tell no progress
      -h, --help                      show this

    Commands:
      init [options] <DIR>            copy the bundled project, or an export, to a folder
      export [options] [FILE]         write the project into one zip, without its secrets
      up [options]                    start the stack and wait until every instance is healthy and takes
                                      traffic
      down [options]                  stop the stack and remove its containers; data stays
      start [NAME...]                 start what was stopped
      stop [NAME...]                  stop without removing anything
      restart [NAME...]               restart, one instance after the other, without dropping a request
      scale [options] <N>             change how many instances run, without dropping a request
      status [options]                show what runs, how healthy it is and what takes traffic
      stats [options]                 show what each container uses, and which ones get too little
      db [options]                    show how PostgreSQL is: its connections by instance, what it runs,
                                      how many instances fit
      open                            open the app in the browser
      ui [options]                    show the window of Shoal in the browser
      logs [options] [NAME...]        show what the containers wrote
      traffic [options]               show requests per second, statuses and latency of each instance
      requests [options]              list requests, how long each took and who answered
      timeline [options]              show what happened, whatever caused it: shoal, docker or a crash
      exec [options] <NAME> <CMD...>  run a command in a container; its exit code becomes shoal's
      env                             show or change .env, and roll the change out
      port [options] [P]              show the public port, or change it: the new one answers before the
                                      old one goes
      caddy                           check, load, lay out or show the Caddyfile
      engine                          show which Docker is used, where it was found and what was tried

    Examples:
      $ shoal up --scale 3 --port 8080
      $ shoal scale 6
      $ shoal env set BASE_URL=http://localhost:8080
      $ shoal logs app-2 -f
    "
  `)
})

test('--version and --help do not need the engine', async () => {
  expect(await runShoal('--version')).toMatchObject({ code: 0, stdout: '1.2.3\n', stderr: '', engines: 0 })
  const { code, stdout, engines } = await runShoal('env set --help')
  expect({ code, engines }).toEqual({ code: 0, engines: 0 })
  expect(stdout).toMatchInlineSnapshot(`
    "Usage: shoal env set [options] <K=V...>

    set variables; the file keeps its comments and order

    Arguments:
      K=V              assignments

    Options:
      --no-apply       change the file only; "shoal up" rolls it out
      --dry-run        print the plan and change nothing
      -h, --help       show this

    Global Options:
      --version        print the version
      --project <DIR>  the project folder (default: the current one, else a sample)
      --json           print one JSON document (one a line for logs, requests, --watch)
      -q, --quiet      tell no progress

    Examples:
      $ shoal env set BASE_URL=http://localhost:8080
      $ shoal env set 'GREETING=hello world' DEBUG=1
    "
  `)
})

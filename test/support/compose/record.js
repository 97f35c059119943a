// Asks Docker Compose what it makes of every case in test/fixtures/compose, and keeps its answers there.
// Usage: node test/support/compose/record.js /path/to/docker-compose
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const [, , binary = ''] = process.argv
if (binary === '') throw new Error('usage: node test/support/compose/record.js /path/to/docker-compose')
const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'compose')

/**
 * What `config` prints for a folder with these files, or the fact that it fails. The folder is shown as /project.
 *
 * @param {Record<string, string>} files
 * @param {Record<string, string>} environment
 */
function ask(files, environment) {
  const root = mkdtempSync(join(tmpdir(), 'record-'))
  const directory = join(root, 'project')
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true })
      writeFileSync(join(directory, name), text)
    }
    const output = execFileSync(binary, ['config', '--format', 'json'], {
      cwd: directory,
      env: { HOME: '/home/user', ...environment },
      encoding: 'utf8',
      stdio: /** @type {import('node:child_process').StdioOptions} */ (['ignore', 'pipe', 'ignore']),
    })
    return JSON.parse(
      output.replaceAll(directory, '/project').replaceAll(`${root}/`, '/').replaceAll('$$', '$'),
    )
  } catch {
    return { error: true }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/**
 * @param {string} file
 * @param {(one: any) => {error?: boolean}} answer
 */
function record(file, answer) {
  const path = join(fixtures, file)
  const cases = JSON.parse(readFileSync(path, 'utf8'))
  const answered = cases.map((/** @type {any} */ one) => ({ ...one, answer: answer(one) }))
  writeFileSync(path, `${JSON.stringify(answered, null, 1)}\n`)
  console.log(
    `${file}: ${answered.length} cases, ${answered.filter((/** @type {any} */ one) => one.answer.error).length} refused`,
  )
}

/**
 * Every word of the text may be a variable: a service asks for them all by name and gets those that are set.
 *
 * @param {{text: string, environment: Record<string, string>}} one
 */
function askVariables({ text, environment }) {
  const names = [...new Set(text.match(/[\p{L}\p{N}_.\-[\]]+/gu) ?? [])].filter(
    (name) => name !== 'COMPOSE_PROJECT_NAME',
  )
  const compose = JSON.stringify({ services: { a: { image: 'x', environment: names } } })
  const answer = ask({ '.env': text, 'compose.yaml': compose }, environment)
  if (answer.error) return answer
  const set = Object.entries(answer.services.a.environment ?? {}).filter(([, value]) => value !== null)
  return { variables: Object.fromEntries(set) }
}

record('dotenv.json', askVariables)
record('projects.json', ({ files, environment }) => ask(files, environment))

import { nextFreePort } from './demo/port.js'
import { shoal } from './demo/shoal.js'
import { countAnswers, formatSpread } from './demo/spread.js'
import { runIfMain } from './setup/main.js'
import { setUp } from './setup.js'

const PORT = 8080
const INSTANCES = 3
const REQUESTS = 300

/** Starts the sample with three instances, shows that requests spread over them, and says what to try next. */
async function demo() {
  await setUp()
  const port = await choosePort()
  console.log(`Starting ${INSTANCES} instances of the sample app on port ${port}`)
  await shoal('up', '--scale', String(INSTANCES), '--port', String(port))
  const { url } = await shoal('status')
  console.log(`\n${REQUESTS} requests to ${url}, by the instance that answered:`)
  console.log(formatSpread(await countAnswers(new URL('/api/whoami', url).href, REQUESTS)))
  console.log(nextSteps(url))
}

/** The demo's own port when its stack runs already, else 8080 or the next free one. */
async function choosePort() {
  const status = await shoal('status')
  if (status.port !== null && ['running', 'partial'].includes(status.state)) return status.port
  const port = await nextFreePort(PORT)
  if (port !== PORT) console.log(`Port ${PORT} is busy, so the sample gets ${port}.`)
  return port
}

/** @param {string} url */
function nextSteps(url) {
  return `
Open ${url} and reload it, then try:
  npx shoal scale 6                        more instances, with no request lost
  npx shoal status --watch                 who is healthy and who serves
  npx shoal env set GREETING=hello         a new environment, one instance after the other
  npx shoal restart app-2                  one instance only
  npx shoal exec app-3 -- sh -c 'kill 1'   one dies: the others take over, and it comes back
  npx shoal logs -f app                    what the instances say
  npx shoal open                           the app in your browser
  npm start                                Shoal's own window, with all of this in it
  npx shoal down                           the end; --volumes forgets the data too`
}

await runIfMain(import.meta.url, demo)

/** Folders of tools, which make them anew; of these only what an image is built from goes along. */
const MADE_ANEW: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.shoal',
  '.next',
  '.turbo',
  '.cache',
  '.venv',
  '__pycache__',
  'node_modules',
])

const ENV_FILE = /^\.env(?:\..+)?$/
const ENV_EXAMPLE = /\.(?:example|sample|template|dist)$/
const KEY_FILE = /\.(?:key|p12|pfx|jks|keystore|kdbx)$|^id_(?:rsa|dsa|ecdsa|ed25519)$/i
const LOGIN_FILE = /^(?:\.netrc|\.pgpass|\.htpasswd)$/
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/
const TOKEN = /^\s*[^#\n]*:?_(?:authToken|auth|password)\s*=/m

/** Whether a folder of this name holds what tools make anew. */
export const isMadeAnew = (folder: string): boolean => MADE_ANEW.has(folder)

/**
 * Why a file must not leave the machine; undefined when it may. The project's own `.env` is not judged here: it is exported
 * without its secrets. Pure.
 * @param name the last part of its path
 * @param text of small files; undefined where it is no text
 */
export function whySecret(name: string, text: string | undefined): string | undefined {
  if (ENV_FILE.test(name) && !ENV_EXAMPLE.test(name)) return 'may hold secrets, like any .env'
  if (KEY_FILE.test(name)) return 'is a key'
  if (LOGIN_FILE.test(name)) return 'holds logins'
  if (/\.(?:pem|crt|cer)$/i.test(name) && text !== undefined && PRIVATE_KEY.test(text))
    return 'holds a private key'
  if (name === '.npmrc' && text !== undefined && TOKEN.test(text)) return 'holds a token'
  return undefined
}

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checkEnv } from '../../../../../engine/env/check/check.ts'
import { makeLookup } from '../../../../../engine/project/environment.ts'

const AROUND = {
  lookup: makeLookup({ HOME: '/home/me', PATH: '/bin' }, new Map()),
  images: { app: 'shop-app', postgres: 'postgres:18' },
}

/** Files as people have them, written after those of well-known starters; nothing in them is a mistake. */
const ORDINARY: Readonly<Record<string, string>> = {
  'Next.js with Better Auth': [
    '# Better Auth',
    'BETTER_AUTH_SECRET="j8sK2+fq/9aL0=="',
    'BETTER_AUTH_URL=http://localhost:3000 # Base URL of your app',
    '',
    'NEXT_PUBLIC_APP_URL="http://localhost:3000"',
    'GITHUB_CLIENT_ID=',
    'GITHUB_CLIENT_SECRET=',
    "DATABASE_URL='postgresql://user:p%40ss@postgres:5432/app?schema=public&sslmode=disable'",
  ].join('\n'),
  'T3 with Prisma and Auth.js': [
    '# When adding additional environment variables, the schema in "/src/env.js"',
    '# should be updated accordingly.',
    'AUTH_SECRET=""',
    'AUTH_DISCORD_ID=""',
    'DATABASE_URL="file:./db.sqlite"',
    'NEXTAUTH_URL=https://example.com',
    '#NEXTAUTH_SECRET=not set yet',
  ].join('\r\n'),
  'a Vite app': 'VITE_API_URL=/api\nVITE_APP_TITLE="My App"\nBASE_URL=/\nVITE_COLOR=#336699\n',
  Rails: 'RAILS_ENV=development\nRAILS_MAX_THREADS=5\nSECRET_KEY_BASE=0f3a\nREDIS_URL=redis://redis:6379/1\n',
  Django: "SECRET_KEY='django-insecure-$a%b(c#d'\nDEBUG=True\nALLOWED_HOSTS=localhost,127.0.0.1,[::1]\n",
  'variables built from others': [
    'DB_USER=shop',
    `DB_NAME=\${DB_USER}`,
    `DB_PASSWORD=\${DB_PASSWORD_FILE:-secret}`,
    `DATABASE_URL=postgres://\${DB_USER}:\${DB_PASSWORD}@postgres:5432/$DB_NAME`,
    `NODE_PATH=$HOME/node:\${PATH}`,
    'PRICE=5$$',
    'COST="\\$5"',
    'AMOUNT=$5',
  ].join('\n'),
  'a shell file': '#!/bin/sh\nexport NODE_ENV=production\nexport PORT="3000"\n\n   INDENTED=yes\n',
  'YAML style': 'POSTGRES_USER: shop\nPOSTGRES_DB: "shop"\n',
  'keys and JSON': [
    'PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----',
    'MIIEpAIBAAKCAQEA7bq+/==',
    '-----END RSA PRIVATE KEY-----"',
    'FIREBASE=\'{"type": "service_account", "id": 1}\'',
    'FLAGS={"a":1}',
    'JWT=eyJhbGciOiJIUzI1NiJ9.e30.X-_a',
    'SENTRY_DSN=https://abc@o1.ingest.sentry.io/2',
    'SMTP_URL=smtp://user:pass@localhost:1025',
    'WEBHOOK=http://localhost:9000/hook?x=1#top',
    'CRON="*/5 * * * *"',
    'EMPTY=',
    "QUOTED=''  # empty on purpose",
    'API_URL=',
  ].join('\n'),
  Windows: '\uFEFFBASE_URL=http://localhost:8080\r\n\r\nPORT=8080\r\nFOLDER=C:\\Users\\me\r\nEMPTY=\r\n',
  nothing: '',
  'comments only': '# one\n\n   # two\n#THREE=3\n',
  'a name that is being typed': 'A=1\nDATABASE_U',
}

for (const [name, text] of Object.entries(ORDINARY))
  test(`an ordinary file raises no alarm: ${name}`, () => {
    expect(checkEnv(text, AROUND).problems).toEqual([])
  })

test('the bundled example raises no alarm', async () => {
  const text = await readFile(new URL('../../../../../stack/.env.example', import.meta.url), 'utf8')
  expect(checkEnv(text, AROUND).problems).toEqual([])
})

import type { Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { ShoalError } from '../../../contract/errors.ts'
import type { Client } from '../client.ts'
import type { BuildOptions } from '../gateway.ts'
import { inspectImage } from './inspect-image.ts'
import { transfer } from './transfer.ts'

/** How many of the build's last lines an error shows. */
const LINES_KEPT = 20

/**
 * Builds with the classic builder, which every engine serves, BuildKit's own included. Returns the image's id. Throws
 * `image-build` with the last lines of output; an older image under the same tag stays.
 */
export async function buildImage(client: Client, context: Readable, options: BuildOptions): Promise<string> {
  const lines: string[] = []
  const say = (line: string) => {
    lines.push(line)
    if (lines.length > LINES_KEPT) lines.shift()
    options.onProgress?.({ text: line })
  }
  try {
    await transfer({
      doing: `building the image ${options.tag}`,
      signal: options.signal,
      open: (abort) => client.api.buildImage(context, { ...query(options), ...abort }),
      onMessage: (message) => outputLines(message.stream ?? message.status).forEach(say),
      refuse: (sentence) => buildFailed(options.tag, sentence, lines),
    })
  } finally {
    context.destroy()
  }
  const image = await inspectImage(client, options.tag)
  if (image === undefined) throw buildFailed(options.tag, 'the engine did not keep the image', lines)
  return image.id
}

function query(options: BuildOptions): Record<string, unknown> {
  return {
    t: options.tag,
    dockerfile: options.dockerfile,
    buildargs: options.args,
    labels: options.labels,
    rm: true,
    forcerm: true,
    ...(options.target === undefined ? {} : { target: options.target }),
  }
}

function outputLines(text: string | undefined): string[] {
  return stripVTControlCharacters(text ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}

function buildFailed(tag: string, sentence: string, lines: readonly string[]): ShoalError {
  return new ShoalError(
    'image-build',
    `Building the image ${tag} failed: ${sentence}. An older image of that name was kept.`,
    'Fix the Dockerfile or its context, then build again.',
    { details: [...lines] },
  )
}

import { ShoalError } from '../../../contract/errors.ts'
import type { Client } from '../client.ts'
import { refusal } from '../errors.ts'
import type { TransferOptions } from '../gateway.ts'
import type { ProgressMessage } from './progress.ts'
import { transfer } from './transfer.ts'

/** What engines say when the registry itself is out of reach. */
const UNREACHABLE =
  /no such host|dial tcp|lookup .* on|i\/o timeout|connection refused|Client\.Timeout|TLS handshake|network is unreachable|deadline exceeded|EOF$/i

/** What engines say when the registry answers, and does not have the image or does not show it. */
const REFUSED =
  /pull access denied|manifest .*(?:unknown|not found)|not found|no such image|unauthorized|denied/i

/**
 * Pulls an image. Without a tag `latest` is meant; Docker would pull every tag. Throws `image-missing` when the registry
 * does not have it or cannot be reached; images on the engine stay as they are.
 */
export async function pullImage(client: Client, reference: string, options: TransferOptions): Promise<void> {
  const doing = `pulling the image ${reference}`
  await transfer({
    doing,
    signal: options.signal,
    open: (abort) => client.api.createImage({ fromImage: withTag(reference), ...abort }),
    onMessage: (message) => report(message, options.onProgress),
    refuse: (sentence) => pullRefused(sentence, reference, doing),
  })
}

function report(message: ProgressMessage, onProgress: TransferOptions['onProgress']): void {
  if (message.status === undefined) return
  const { current, total } = message.progressDetail ?? {}
  onProgress?.({
    text: message.status,
    ...(message.id === undefined ? {} : { layer: message.id }),
    ...(current === undefined ? {} : { current }),
    ...(total === undefined ? {} : { total }),
  })
}

function pullRefused(sentence: string, reference: string, doing: string): ShoalError {
  if (UNREACHABLE.test(sentence))
    return new ShoalError(
      'image-missing',
      `The registry of ${reference} cannot be reached, so the image was not pulled.`,
      'Check the network or proxy of the Docker engine, or load the image with "docker load".',
      { details: [sentence] },
    )
  if (REFUSED.test(sentence))
    return new ShoalError(
      'image-missing',
      `The registry does not have ${reference}, or does not show it to you.`,
      'Check the spelling of the image, or sign in with "docker login".',
      { details: [sentence] },
    )
  return refusal(sentence, undefined, doing)
}

/** A colon after the last slash starts a tag; one before it belongs to the registry's port. */
function withTag(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1)
  return name.includes(':') || name.includes('@') ? reference : `${reference}:latest`
}

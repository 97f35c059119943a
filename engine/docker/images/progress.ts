import { parseNdjson } from '../wire/ndjson.ts'

/** One message of a pull or build, as far as Shoal reads it. */
export interface ProgressMessage {
  readonly stream?: string
  readonly status?: string
  readonly id?: string
  readonly progressDetail?: { readonly current?: number; readonly total?: number }
  /** The failure, inside an answer whose status is 200. Podman fills only `error`. */
  readonly errorDetail?: { readonly message?: string }
  readonly error?: string
  readonly aux?: { readonly ID?: string }
}

/** The messages of a progress stream. */
export async function* readProgress(chunks: AsyncIterable<Buffer>): AsyncGenerator<ProgressMessage> {
  for await (const message of parseNdjson(chunks)) yield message as ProgressMessage
}

/** What went wrong, in the engine's words; undefined when this message is no failure. */
export function failureOf(message: ProgressMessage): string | undefined {
  return message.errorDetail?.message ?? message.error
}

import type { CallInput } from '../../../../contract/calls.ts'
import type { RequestRecord } from '../../../../contract/requests.ts'

/** Headers by which an answer is chosen: without them it would be another one. */
const CHOOSING = ['accept', 'accept-language', 'user-agent'] as const

/** What is sent to every instance to ask what a request asked. Pure. */
export function replayInput(
  directory: string,
  { method, uri, requestHeaders }: Pick<RequestRecord, 'method' | 'uri' | 'requestHeaders'>,
): CallInput<'requests.replay'> {
  const headers = CHOOSING.flatMap((name) => {
    const value = requestHeaders[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    directory,
    method: method === 'HEAD' || method === 'OPTIONS' ? method : 'GET',
    uri,
    headers: Object.fromEntries(headers),
  }
}

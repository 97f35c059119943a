import type { Instance } from '../instance.ts'
import { readBody } from '../read-body.ts'
import { sendJson } from '../respond.ts'
import type { Route } from './route.ts'

const LONGEST_BYTES = 1024

export const sick: Route = {
  GET({ instance, response }) {
    sendJson(response, 200, stateOf(instance))
  },

  /** An empty body toggles, `{"sick": true}` or `{"sick": false}` sets. */
  async POST({ instance, request, response }) {
    const body = await readBody(request, LONGEST_BYTES)
    const wanted = body?.length === 0 ? !instance.sick : wantedIn(body?.toString() ?? '')
    if (wanted === undefined) {
      sendJson(response, 400, { error: 'Send no body to toggle, or {"sick": true} or {"sick": false}.' })
      return
    }
    instance.sick = wanted
    sendJson(response, 200, stateOf(instance))
  },
}

function stateOf(instance: Instance): { instance: string; sick: boolean } {
  return { instance: instance.name, sick: instance.sick }
}

function wantedIn(text: string): boolean | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || !('sick' in parsed)) return undefined
    return typeof parsed.sick === 'boolean' ? parsed.sick : undefined
  } catch {
    return undefined
  }
}

import { checkHealth } from '../health.ts'
import { sendJson } from '../respond.ts'
import type { Route } from './route.ts'

export const health: Route = {
  async GET({ instance, response }) {
    const answer = await checkHealth(instance)
    sendJson(response, answer.status === 'ok' ? 200 : 503, answer)
  },
}

import type { Activity } from '../../../contract/models.ts'
import type { News } from './news.ts'

/** The ways in which bringing up instances fails. */
const CODES = new Set(['rollout-failed', 'never-healthy', 'container-failed'])

/** What to say of an activity when it is the end of a failed rollout. */
export function failureIn(activity: Activity, project: string): News | undefined {
  if (activity.kind !== 'ended' || activity.outcome !== 'failed') return undefined
  const { error } = activity
  if (!error || !CODES.has(error.code)) return undefined
  return {
    key: `failure ${activity.at}`,
    title: `${project}: ${activity.command} failed`,
    body: error.message,
    command: { kind: 'lead', to: '/overview' },
  }
}

import type { Operation } from '../../contract/models.ts'
import { shortName } from './summary.ts'

const VERBS: Readonly<Record<Operation['verb'], string>> = {
  pull: 'Pull',
  build: 'Build',
  'create-network': 'Create network',
  'create-volume': 'Create volume',
  create: 'Create',
  start: 'Start',
  'wait-healthy': 'Wait until healthy:',
  'wait-ready': 'Wait until healthy:',
  'wait-answer': 'Wait until it answers:',
  'manage-rotation': 'Take over the rotation of',
  join: 'Join the rotation:',
  leave: 'Leave the rotation:',
  drain: 'Drain',
  stop: 'Stop',
  remove: 'Remove',
  'remove-network': 'Remove network',
  'remove-volume': 'Remove volume',
  reload: 'Reload',
}

/** An operation for people: "Drain app-2", "Pull postgres:18". Pure. */
export function operationWords(
  { verb, target }: Pick<Operation, 'verb' | 'target'>,
  project: string,
): string {
  return `${VERBS[verb]} ${shortName(project, target)}`
}

/** A command for people: "Scale to 5", "Change DATABASE_URL", "Start with 3 instances on port 8080". Pure. */
export function commandWords(command: string): string {
  const [verb = '', ...rest] = command.split(' ')
  const names = rest.join(' ')
  switch (verb) {
    case '':
      return 'Waiting for its turn'
    case 'scale':
      return `Scale to ${names}`
    case 'env':
      return names === 'unchanged' ? 'Apply .env' : `Change ${names}`
    case 'port':
      return `Move to port ${names}`
    case 'up':
      return upWords(rest)
    case 'down':
      return rest.includes('--volumes') ? 'Remove containers and data' : 'Remove containers'
    default:
      return [verb.charAt(0).toUpperCase() + verb.slice(1), names || 'the stack'].join(' ')
  }
}

function upWords(options: readonly string[]): string {
  const after = (option: string) => options[options.indexOf(option) + 1]
  const scale = options.includes('--scale') ? after('--scale') : undefined
  const port = options.includes('--port') ? after('--port') : undefined
  return [
    'Start',
    ...(scale ? [`with ${scale} ${scale === '1' ? 'instance' : 'instances'}`] : []),
    ...(port ? [`on port ${port}`] : []),
  ].join(' ')
}

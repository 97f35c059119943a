import { shortName } from '../summary.ts'
import { type Command, command } from './command.ts'
import { isBusy, obstacle, type Scene } from './scene.ts'

/** What can be done with each instance: "app-2 logs". */
export function instanceCommands(scene: Scene): readonly Command[] {
  const { snapshot } = scene
  if (!snapshot) return []
  const blocked = obstacle(scene)
  const busy = blocked || (isBusy(scene) ? 'Something else runs' : '')
  return snapshot.instances.flatMap(({ name: container, state }) => {
    const name = shortName(snapshot.project, container)
    const asleep = state === 'running' ? '' : `${name} does not run`
    const make = (verb: string, title: string, act: Command['act'], disabled: string, words: string[] = []) =>
      command(`${name}-${verb}`, 'Instances', title, act, { words: [`${name} ${verb}`, ...words], disabled })
    return [
      make('logs', `Logs of ${name}`, { kind: 'go', screen: 'logs', query: { name } }, ''),
      make(
        'shell',
        `Shell in ${name}`,
        { kind: 'go', screen: 'logs', query: { shell: name } },
        blocked || asleep,
        ['terminal', 'exec'],
      ),
      make('restart', `Restart ${name}`, { kind: 'restart', names: [name] }, busy),
      make('stop', `Stop ${name}`, { kind: 'stop', names: [name] }, busy || asleep),
    ]
  })
}

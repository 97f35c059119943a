import type { CallParams, Outcome } from '../../contract/calls.ts'
import { setVariables } from '../env/edit.ts'
import { writeScale } from '../project/write-scale.ts'
import { APP } from '../stack/roles.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { noteGoodEnv, readEnv, remember, replaceEnv } from './keep-files.ts'
import { operate } from './operate.ts'
import { noteOldPort, requirePort } from './public-port.ts'
import { revertEnv } from './revert-env.ts'

/** Brings the whole stack to what the project's files say, and changes scale and port in them first where asked. */
export async function up(host: Host, input: CallParams<'stack.up'>, signal?: AbortSignal): Promise<Outcome> {
  const { directory, port } = input
  let putBack = async () => false
  let env: string | undefined
  const changesPort = port !== undefined
  return operate(host, {
    directory,
    command: [
      'up',
      ...(input.scale === undefined ? [] : [`--scale ${input.scale}`]),
      ...(changesPort ? [`--port ${port}`] : []),
    ].join(' '),
    dryRun: input.dryRun,
    signal,
    sources: true,
    ...(changesPort ? { edit: (text: string) => setVariables(text, { PORT: String(port) }) } : {}),
    plan: (view, connection) => {
      if (changesPort) requirePort(host, view, port)
      return converge(view, connection, 'up', input.scale)
    },
    commit: async ({ project }) => {
      putBack = await remember(project.files)
      env = await readEnv(directory)
      if (input.scale !== undefined && input.scale !== project.services[APP]?.replicas)
        await writeScale(project, APP, input.scale)
      if (changesPort) {
        const text = setVariables(env ?? '', { PORT: String(port) })
        await replaceEnv(directory, env, text).catch(async (error) => {
          await putBack()
          throw error
        })
      }
    },
    revert: async ({ seen }, error) => {
      // On a first start there is nothing to go back to: what was asked for stays, to be mended.
      if (!seen.instances.some(({ health }) => health === 'healthy')) return undefined
      const scale = (await putBack()) ? 'The scale in the compose file was put back.' : ''
      const told = await revertEnv(host, directory, env, error)
      return [scale, told].filter(Boolean).join(' ') || undefined
    },
    planBack: (view, connection) => converge(view, connection, 'going back'),
    settle: async (view) => {
      noteOldPort(host, view)
      await noteGoodEnv(directory)
    },
  })
}

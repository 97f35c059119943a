import type { CallName, CallOutput } from '../../contract/calls.ts'
import type { Engine } from '../../contract/engine.ts'

/** The calls by which a face of Shoal turns to a project; each answers with the project's folder. */
const OPENING = ['projects.open', 'projects.sample'] as const satisfies CallName[]

/** The same engine, which tells the folder of each project that is opened through it. */
export function tellProjects(engine: Engine, tell: (directory: string) => void): Engine {
  return {
    ...engine,
    call: async (name, input, options) => {
      const output = await engine.call(name, input, options)
      if (isOpening(name)) tell((output as CallOutput<(typeof OPENING)[number]>).directory)
      return output
    },
  }
}

function isOpening(name: CallName): boolean {
  return OPENING.some((opening) => opening === name)
}

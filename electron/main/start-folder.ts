import { resolve } from 'node:path'

/**
 * The folder that a command line names; undefined when it names none.
 * @param packaged whether the app is the program itself; else the second argument is the app's folder
 */
export function startFolder(argv: readonly string[], cwd: string, packaged: boolean): string | undefined {
  const named = argv.slice(packaged ? 1 : 2).find((argument) => argument !== '' && !argument.startsWith('-'))
  return named === undefined ? undefined : resolve(cwd, named)
}

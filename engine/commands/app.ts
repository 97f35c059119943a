import type { About } from '../../contract/app.ts'
import type { CallOutput } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { Host } from './host.ts'

/** Which face hosts the engine, and what it can do. */
export function about({ version, desktop }: Host, platform: NodeJS.Platform = process.platform): About {
  return {
    version,
    kind: desktop?.kind ?? 'browser',
    platform: platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux',
    folderDialog: desktop?.chooseFolder !== undefined,
    resident: desktop?.resident ?? false,
  }
}

/** Opens the system's own dialog. Throws `usage` where there is none. */
export async function chooseFolder({ desktop }: Host): Promise<CallOutput<'app.choose-folder'>> {
  if (!desktop?.chooseFolder)
    throw new ShoalError('usage', 'There is no folder dialog here.', 'List folders instead.')
  return { directory: (await desktop.chooseFolder()) ?? null }
}

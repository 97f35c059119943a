import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeText } from '../../../engine/files/write-text.ts'

/**
 * Makes a Linux desktop start a command at login, or no more when there is none: Electron cannot there.
 * @param config the user's configuration folder, $XDG_CONFIG_HOME
 * A failure is not told: nothing depends on it, and the setting can be tried again.
 */
export async function startAtLogin(config: string, command: readonly string[] | undefined): Promise<void> {
  const folder = join(config, 'autostart')
  const file = join(folder, 'shoal.desktop')
  try {
    if (!command) return await rm(file, { force: true })
    await mkdir(folder, { recursive: true })
    await writeText(file, desktopEntry(command))
  } catch {
    // The folder is not the user's to write.
  }
}

function desktopEntry(command: readonly string[]): string {
  const exec = command.map(quote).join(' ')
  return `[Desktop Entry]\nType=Application\nName=Shoal\nExec=${exec}\nX-GNOME-Autostart-enabled=true\n`
}

/** Quotes as the Desktop Entry Specification has it for Exec: once for the argument, once for the string. */
function quote(argument: string): string {
  const escaped = argument
    .replace(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
  return `"${escaped}"`
}

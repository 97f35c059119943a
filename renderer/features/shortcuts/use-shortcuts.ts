import { useEffect } from 'react'
import { isKeys } from '../../lib/keys.ts'
import { attempt } from '../../lib/notify.ts'
import type { Command } from '../../model/commands/command.ts'
import { commandsFor } from '../../model/commands/commands.ts'
import { perform } from '../../store/perform.ts'
import { sceneOf } from '../../store/scene.ts'
import { useShoal } from '../../store/store.ts'
import { isTerminal, isTyping } from './is-typing.ts'

/** What takes the keyboard for itself while it is open. */
const MODAL = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-state="open"]'

/** Does what the shortcut says that is pressed anywhere in the window. Mounted once. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function onKeyDown(event: KeyboardEvent): void {
  // Whatever has the focus had its turn: an editor's or a terminal's own keys come first.
  if (event.defaultPrevented || event.isComposing || isTerminal(event.target)) return
  const { overlay, show } = useShoal.getState()
  if (overlay === 'palette' && isKeys(event, 'Mod+K')) {
    event.preventDefault()
    show(null)
    return
  }
  if (document.querySelector(MODAL)) return
  const command = pressed(event)
  if (!command) return
  event.preventDefault()
  if (command.disabled === '' && !(event.repeat && command.act.kind !== 'scale'))
    void attempt(() => perform(command.act))
}

function pressed(event: KeyboardEvent): Command | undefined {
  const typing = isTyping(event.target)
  const meant = (keys: string) => isKeys(event, keys) && !(typing && !keys.startsWith('Mod+'))
  return commandsFor(sceneOf(useShoal.getState())).find(({ keys }) => keys.some(meant))
}

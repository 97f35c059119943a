import { copyText } from '../lib/copy.ts'
import type { Act } from '../model/commands/command.ts'
import { useShoal } from './store.ts'

/** Does what a command says. Throws the engine's error. */
export async function perform(act: Act): Promise<void> {
  const state = useShoal.getState()
  switch (act.kind) {
    case 'go':
      return state.go(act.screen, { ...act.query })
    case 'start':
      return await state.start()
    case 'stop':
      return void (await state.command('stack.stop', { names: [...act.names] }))
    case 'restart':
      return void (await state.command('stack.restart', { names: [...act.names] }))
    case 'scale':
      state.dial(act.to)
      return state.settle(act.to)
    case 'browse':
      return void window.open(act.url, '_blank', 'noopener')
    case 'copy':
      return await copyText(act.text, act.what)
    case 'cancel':
      return await state.cancelRun()
    case 'open':
      return await state.openProject(act.directory)
    case 'choose':
      return await state.chooseProject()
    case 'sample':
      return await state.openSample()
    case 'close':
      return state.closeProject()
    case 'theme':
      return await state.changeSettings({ theme: act.theme })
    case 'show':
      return state.show(act.what)
  }
}

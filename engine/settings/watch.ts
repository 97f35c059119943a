import type { AppSettings } from '../../contract/app.ts'
import type { SettingsStore } from './store.ts'

/** The settings at once, then after each change, whoever makes it. A slow reader gets the newest only. */
export async function* watchSettings(store: SettingsStore, signal: AbortSignal): AsyncGenerator<AppSettings> {
  let newest: AppSettings | undefined
  let wake = () => {}
  const stopListening = store.onChange((settings) => {
    newest = settings
    wake()
  })
  const stopFollowing = store.follow()
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    newest ??= await store.get()
    while (!signal.aborted) {
      const settings = newest
      newest = undefined
      if (settings !== undefined) yield settings
      else
        await new Promise<void>((resolve) => {
          wake = resolve
          if (newest !== undefined || signal.aborted) resolve()
        })
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    stopListening()
    stopFollowing()
  }
}

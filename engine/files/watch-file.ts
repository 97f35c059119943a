import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

/** Between two looks where the system tells nothing. Milliseconds. */
const LOOK = 2_000
/** A file that is written in place is empty for a moment: this long after the last sign of it is it looked at. Milliseconds. */
const SETTLE = 50

/**
 * Calls back whenever a file may have changed, appeared or gone, whoever did it. Its folder is watched, since a file that
 * is replaced takes its own watch along; a slow look at the file's time stands in where the system cannot watch. Never
 * keeps the process alive. Returns how to stop.
 */
export function watchFile(path: string, onChange: () => void): () => void {
  let settling: NodeJS.Timeout | undefined
  const notice = () => {
    clearTimeout(settling)
    settling = setTimeout(onChange, SETTLE).unref()
  }
  const watcher = tryWatch(path, notice)
  let last: string | undefined
  const look = async () => {
    const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: 0 }))
    const now = `${mtimeMs}/${size}`
    if (last !== undefined && now !== last) notice()
    last = now
  }
  void look()
  const timer = setInterval(look, LOOK).unref()
  return () => {
    clearInterval(timer)
    clearTimeout(settling)
    watcher?.close()
  }
}

function tryWatch(path: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
      if (name === null || name === basename(path)) onChange()
    })
    // Such as a folder that is removed: the slow look goes on.
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}

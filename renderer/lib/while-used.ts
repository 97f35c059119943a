/** Milliseconds that something stays open after its last user left: on the way from one screen to the next it goes on. */
const LINGER = 3_000

interface Opened {
  readonly key: string
  readonly stop: AbortController
  users: number
  closing?: ReturnType<typeof setTimeout>
}

/**
 * Shares what is opened for as long as anybody uses it: it opens with the first user, and its signal fires a moment
 * after the last one left. The returned function takes a user of one thing by its key, and gives back how that one
 * leaves. Only one thing is open at a time: a user of another one ends it at once.
 */
export function whileUsed(
  open: (key: string, signal: AbortSignal) => void,
  linger = LINGER,
): (key: string) => () => void {
  let opened: Opened | undefined
  const close = (one: Opened) => {
    clearTimeout(one.closing)
    one.stop.abort()
    if (opened === one) opened = undefined
  }
  return (key) => {
    if (opened && opened.key !== key) close(opened)
    if (!opened) {
      opened = { key, stop: new AbortController(), users: 0 }
      open(key, opened.stop.signal)
    }
    const mine = opened
    mine.users += 1
    clearTimeout(mine.closing)
    let left = false
    return () => {
      if (left) return
      left = true
      mine.users -= 1
      if (mine.users === 0) mine.closing = setTimeout(() => close(mine), linger)
    }
  }
}

/** What every flood line contains, so that the page can count them. */
export const MARK = 'shoal-flood'

/** What the probe in the page found. Times are milliseconds of the machine's clock. */
export interface Probe {
  /** When the first meaningful screen was painted, since the navigation began; null before. */
  readonly first: number | null
  /** When the watched card was painted without the word that it had; null before. */
  readonly changed: number | null
  /** Tasks of the main thread over 50 ms, in milliseconds. */
  readonly tasks: readonly number[]
  readonly frames: number
  /** Milliseconds of the longest time between two frames. */
  readonly gap: number
  /** Flood lines that came to the page, and lines of which it was told that they were skipped. */
  readonly lines: number
  readonly skipped: number
}

/** Runs in the page before anything of its own, and leaves `window.probe`. */
export const PROBE = `
(() => {
  const probe = { first: null, changed: null, tasks: [], frames: 0, gap: 0, lines: 0, skipped: 0 }
  // A message is handled after the frame in which it was posted was painted.
  const painted = (tell) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = tell
    port2.postMessage(0)
  })
  const watch = (isThere, tell) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      painted(tell)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  }
  const welcome = () =>
    [...document.querySelectorAll('button:enabled')].some(({ textContent }) => textContent === 'Open a folder')
  const overview = () => document.querySelector('[aria-label="Instances"] article') !== null
  watch(() => welcome() || overview(), () => { probe.first = performance.now() })

  probe.watchCard = (name) => {
    const card = document.querySelector('article[aria-label="' + name + '"]')
    const before = card.dataset.phase
    probe.changed = null
    watch(() => card.dataset.phase !== before, () => { probe.changed = Date.now() })
  }
  probe.reset = () => Object.assign(probe, { tasks: [], frames: 0, gap: 0, lines: 0, skipped: 0 })

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) probe.tasks.push(duration)
  }).observe({ type: 'longtask' })
  let last = performance.now()
  const frame = (now) => {
    probe.frames++
    probe.gap = Math.max(probe.gap, now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)

  const count = ({ data }) => {
    if (typeof data !== 'string') return
    const skipped = /"skipped":(\\d+)/.exec(data.slice(-80))
    if (!skipped) return
    probe.skipped += Number(skipped[1])
    for (let at = data.indexOf('${MARK}'); at >= 0; at = data.indexOf('${MARK}', at + 1)) probe.lines++
  }
  window.WebSocket = class extends WebSocket {
    constructor(...args) {
      super(...args)
      this.addEventListener('message', count)
    }
  }
  window.probe = probe
})()
`

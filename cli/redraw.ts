import type { Session } from './session.ts'

/** Shows the newest of what comes in one place on the terminal. Every `refresh` milliseconds it is drawn again, for what ages. */
export async function redraw<T>(
  session: Session,
  items: AsyncIterable<T>,
  text: (item: T) => string,
  refresh?: number,
): Promise<void> {
  const { createLogUpdate } = await import('log-update')
  const screen = createLogUpdate(session.host.stdout as NodeJS.WriteStream)
  let latest: { readonly item: T } | undefined
  const draw = () => {
    if (latest) screen(text(latest.item))
  }
  const timer = refresh === undefined ? undefined : setInterval(draw, refresh)
  try {
    for await (const item of items) {
      latest = { item }
      draw()
    }
  } finally {
    clearInterval(timer)
    screen.done()
  }
}

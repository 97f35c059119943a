import type { Docker } from '../../../engine/docker/gateway.ts'

/** Listens for the death of one container. */
export interface Deaths {
  /** When the word of the first one came, in milliseconds of the machine's clock. Ends the listening. */
  first(): Promise<number>
}

/** Returns once Docker tells us what happens. */
export async function watchDeaths(docker: Docker, container: string): Promise<Deaths> {
  const stop = new AbortController()
  let connected = () => {}
  const ready = new Promise<void>((resolve) => {
    connected = resolve
  })
  const listen = async () => {
    for await (const event of docker.events([], stop.signal)) {
      if (event.kind === 'connected') connected()
      if (event.kind === 'container' && event.name === container && event.action === 'die') return Date.now()
    }
    return Number.NaN
  }
  const death = listen()
  await ready
  return {
    async first() {
      const time = await death
      stop.abort()
      return time
    },
  }
}

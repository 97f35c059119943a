interface Source<T> {
  /** What it reads from; a reader of something else starts another source. */
  readonly key: unknown
  readonly stop: AbortController
  readers: number
  newest: { readonly item: T } | undefined
  over: { readonly error?: unknown } | undefined
  /** Resolves at the next item, or the end. */
  next: Promise<void>
  wake: () => void
}

/**
 * One source for all who watch the same thing at the same time: it starts with the first reader and stops with the last.
 * Items are states, so whoever comes later gets the newest at once, and a slow reader misses those in between.
 */
export class Shared<T> {
  private source: Source<T> | undefined

  /** Reads until the signal fires, or the source ends or throws, as all its readers then do. */
  async *read(
    key: unknown,
    start: (signal: AbortSignal) => AsyncIterable<T>,
    signal: AbortSignal,
  ): AsyncGenerator<T> {
    const source = this.running(key) ?? this.open(key, start)
    source.readers += 1
    let leave = () => {}
    const left = new Promise<void>((resolve) => {
      leave = resolve
    })
    signal.addEventListener('abort', leave, { once: true })
    let seen: unknown
    try {
      while (!signal.aborted) {
        const { newest, over, next } = source
        if (newest && newest !== seen) {
          seen = newest
          yield newest.item
        } else if (over) {
          if ('error' in over) throw over.error
          return
        } else await Promise.race([next, left])
      }
    } finally {
      signal.removeEventListener('abort', leave)
      source.readers -= 1
      if (source.readers === 0) this.close(source)
    }
  }

  private running(key: unknown): Source<T> | undefined {
    const { source } = this
    return source && source.key === key && !source.over ? source : undefined
  }

  private open(key: unknown, start: (signal: AbortSignal) => AsyncIterable<T>): Source<T> {
    const source: Source<T> = {
      key,
      stop: new AbortController(),
      readers: 0,
      newest: undefined,
      over: undefined,
      ...bell(),
    }
    const ring = () => {
      const { wake } = source
      Object.assign(source, bell())
      wake()
    }
    const pump = async () => {
      for await (const item of start(source.stop.signal)) {
        source.newest = { item }
        ring()
      }
    }
    void pump()
      .then(
        () => {
          source.over = {}
        },
        (error: unknown) => {
          source.over = { error }
        },
      )
      .finally(ring)
    this.source = source
    return source
  }

  private close(source: Source<T>): void {
    source.stop.abort()
    if (this.source === source) this.source = undefined
  }
}

function bell(): Pick<Source<unknown>, 'next' | 'wake'> {
  let wake = () => {}
  const next = new Promise<void>((resolve) => {
    wake = resolve
  })
  return { next, wake }
}

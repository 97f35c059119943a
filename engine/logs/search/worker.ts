/** What is searched: texts in memory that is shared, each of one or several lines. */
export interface Job {
  readonly pattern: string
  readonly flags: string
  readonly memories: readonly SharedArrayBuffer[]
  /** For each line: the number of its memory, and where it begins and ends there. */
  readonly lines: Uint32Array
  /** For each text: of how many lines it consists. */
  readonly counts: Uint32Array
  /** How many texts were gone through, in shared memory; written by the worker. */
  readonly progress: Int32Array<SharedArrayBuffer>
}

/** What the worker needs besides its own text. */
export interface Surroundings {
  readonly styled: string
  readonly sequence: string
}

/**
 * Goes through texts with a regular expression and answers with a byte for each: 1 where it was found. It runs in a thread of
 * its own, which is given this function as text: nothing outside of it may be named here.
 */
export function searchInThread(): void {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads')
  const { styled, sequence } = workerData as Surroundings
  const [isStyled, style] = [new RegExp(styled), new RegExp(sequence, 'g')]
  parentPort?.on('message', ({ pattern, flags, memories, lines, counts, progress }: Job) => {
    const expression = new RegExp(pattern, flags)
    const bytes = memories.map((memory) => Buffer.from(memory))
    Atomics.store(progress, 0, 0)
    const found = new Uint8Array(counts.length)
    let line = 0
    for (let text = 0; text < counts.length; text++) {
      let whole = ''
      for (let left = counts[text] ?? 0; left > 0; left--, line++) {
        const part =
          bytes[lines[line * 3] ?? 0]?.toString('utf8', lines[line * 3 + 1], lines[line * 3 + 2]) ?? ''
        whole += whole === '' ? part : `\n${part}`
      }
      if (expression.test(isStyled.test(whole) ? whole.replace(style, '') : whole)) found[text] = 1
      Atomics.store(progress, 0, text + 1)
    }
    parentPort.postMessage(found)
  })
}

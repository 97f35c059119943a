import { type Load, type LoadOptions, type LoadResult, startLoad } from './load.ts'
import { waitFor } from './wait-for.ts'

/** Answers before the work begins, and once more after it ended: what goes wrong late is seen as well. */
const AROUND = 400
/**
 * Milliseconds between an answer and the next request of its connection. Without a rest the load takes every processor, and
 * what is tested shows how an app starves; with it some 1,000 requests a second come.
 */
const PAUSE = 20

/**
 * Does something to a stack while requests come over 32 kept connections, GET and POST.
 * Returns what became of the requests; throws what `work` throws.
 */
export async function underLoad(
  url: string,
  work: (load: Load) => Promise<unknown>,
  options: Omit<LoadOptions, 'url'> = {},
): Promise<LoadResult> {
  const load = startLoad({ url, pause: PAUSE, ...options })
  try {
    await answers(load, AROUND)
    await work(load)
    await answers(load, AROUND)
  } finally {
    await load.stop()
  }
  return load.stop()
}

/** Waits until this many more requests were answered. */
export async function answers(load: Load, count: number): Promise<void> {
  const goal = total(load) + count
  await waitFor(() => total(load) >= goal, { deadline: 120_000 })
}

/** The share of each container in a count of answers, 0 to 1, in order of their names. */
export function shares(servedBy: Readonly<Record<string, number>>): number[] {
  const sum = Object.values(servedBy).reduce((a, b) => a + b, 0)
  return Object.keys(servedBy)
    .sort()
    .map((name) => (servedBy[name] ?? 0) / sum)
}

function total(load: Load): number {
  return Object.values(load.servedBy()).reduce((a, b) => a + b, 0)
}

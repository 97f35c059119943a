/** What a list shows of what comes. */
export interface Shown<T> {
  /** The newest first. */
  readonly rows: readonly T[]
  /** How many came since the rows were held. */
  readonly fresh: number
}

/**
 * The newest of what comes, and no more than so many. While it is held its rows stay as they are and what comes is counted;
 * let go of, it shows the newest again.
 */
export class HeldList<T extends { readonly id: number }> {
  #newest: readonly T[] = []
  #shown: Shown<T> = { rows: [], fresh: 0 }
  #held = false
  readonly #most: number
  readonly #listeners = new Set<() => void>()

  constructor(most: number) {
    this.#most = most
  }

  readonly shown = (): Shown<T> => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes all that there is, the oldest first, in place of what there was. */
  replace(items: readonly T[]): void {
    this.#newest = items.slice(-this.#most).reverse()
    const { rows } = this.#shown
    const [top] = rows
    if (this.#held && top) this.#show({ rows, fresh: items.filter(({ id }) => id > top.id).length })
    else this.#show({ rows: this.#newest, fresh: 0 })
  }

  /** Takes what came, the oldest first. */
  append(items: readonly T[]): void {
    if (items.length === 0) return
    const latest = items.slice(-this.#most).reverse()
    this.#newest = [...latest, ...this.#newest.slice(0, this.#most - latest.length)]
    const { rows, fresh } = this.#shown
    // There is nothing to hold on to in an empty list.
    if (this.#held && rows.length > 0) this.#show({ rows, fresh: fresh + items.length })
    else this.#show({ rows: this.#newest, fresh: 0 })
  }

  hold(held: boolean): void {
    this.#held = held
    if (!held && this.#shown.rows !== this.#newest) this.#show({ rows: this.#newest, fresh: 0 })
  }

  clear(): void {
    this.#newest = []
    this.#show({ rows: [], fresh: 0 })
  }

  #show(shown: Shown<T>): void {
    this.#shown = shown
    for (const listener of this.#listeners) listener()
  }
}

/** Given-up places are kept until there are so many, and as many as numbers. */
const SLACK = 1_024

/** Numbers of lines in rising order: new ones come at the end, old ones leave at the beginning. */
export class NumberList {
  #numbers: number[] = []
  #head = 0

  get length(): number {
    return this.#numbers.length - this.#head
  }

  push(number: number): void {
    this.#numbers.push(number)
  }

  at(place: number): number | undefined {
    return place < 0 ? undefined : this.#numbers[this.#head + place]
  }

  /** The place of the first number that is not smaller; the length when all are. */
  placeOf(number: number): number {
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.at(middle) ?? 0) < number) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Lets go of the numbers that are smaller. */
  dropBefore(number: number): void {
    this.#head += this.placeOf(number)
    if (this.#head < SLACK || this.#head < this.length) return
    this.#numbers = this.#numbers.slice(this.#head)
    this.#head = 0
  }
}

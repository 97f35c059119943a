import { DDSketch } from '@datadog/sketches-js'

/** Values are told within 1 %. */
const ACCURACY = 0.01
const { mapping } = new DDSketch({ relativeAccuracy: ACCURACY })

/** Milliseconds: a microsecond and some three hours. What lies outside counts as the nearest of these. */
const LEAST = 0.001
const MOST = 1e7

const FIRST_KEY = mapping.key(LEAST)
/** How many buckets there are. */
export const BUCKETS = mapping.key(MOST) - FIRST_KEY + 1

/** A bucket's number and its count in 32 bits: two million of one kind in a second, which no machine reaches. */
const COUNT_BITS = 21
const MOST_COUNT = 2 ** COUNT_BITS - 1

/**
 * The buckets of a DDSketch that hold something, in order, four bytes each: a second of an instance under load takes some
 * 400 bytes, where a sketch of its own would take kilobytes. Sketches are made of them when a percentile is asked.
 */
export class Buckets {
  #used = 0
  #slots = new Uint32Array(0)

  /** @param value milliseconds */
  add(value: number, weight = 1): void {
    const bucket = mapping.key(Math.min(MOST, Math.max(LEAST, value))) - FIRST_KEY
    const place = this.#find(bucket)
    const slot = this.#slots[place]
    if (place < this.#used && slot !== undefined && slot >>> COUNT_BITS === bucket) {
      this.#slots[place] = pack(bucket, (slot & MOST_COUNT) + weight)
      return
    }
    if (this.#used === this.#slots.length) this.#grow()
    this.#slots.copyWithin(place + 1, place, this.#used)
    this.#slots[place] = pack(bucket, weight)
    this.#used += 1
  }

  /** Adds the counts to those of all buckets. */
  addTo(counts: Float64Array): void {
    for (let place = 0; place < this.#used; place += 1) {
      const slot = this.#slots[place] ?? 0
      const bucket = slot >>> COUNT_BITS
      counts[bucket] = (counts[bucket] ?? 0) + (slot & MOST_COUNT)
    }
  }

  /** The place of the first slot that is not before the bucket's. */
  #find(bucket: number): number {
    let low = 0
    let high = this.#used
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#slots[middle] ?? 0) >>> COUNT_BITS < bucket) low = middle + 1
      else high = middle
    }
    return low
  }

  #grow(): void {
    const larger = new Uint32Array(Math.max(4, Math.ceil(this.#slots.length * 1.5)))
    larger.set(this.#slots)
    this.#slots = larger
  }
}

function pack(bucket: number, count: number): number {
  return ((bucket << COUNT_BITS) | Math.min(count, MOST_COUNT)) >>> 0
}

/** The value that stands for a bucket, in milliseconds. */
const VALUES = Float64Array.from({ length: BUCKETS }, (_, bucket) => mapping.value(bucket + FIRST_KEY))

/** A sketch of counts by bucket; undefined when there are none. */
export function sketchOf(counts: Float64Array): DDSketch | undefined {
  const sketch = new DDSketch({ relativeAccuracy: ACCURACY })
  for (let bucket = 0; bucket < counts.length; bucket += 1) {
    const count = counts[bucket] ?? 0
    if (count > 0) sketch.accept(VALUES[bucket] ?? 0, count)
  }
  return sketch.count > 0 ? sketch : undefined
}

/** Pairs of lines above which a text is only asked for the lines that the other lacks, wherever they stand. */
const MOST_PAIRS = 1_000_000

/** For every text, which of its lines are not in all of the others: in the same order, as far as that can be kept. Pure. */
export function differingLines(texts: readonly (readonly string[])[]): readonly (readonly boolean[])[] {
  const [first = [], ...others] = texts
  const matches = others.map((other) => matchLines(first, other))
  const shared = first.map((_line, at) => matches.every((match) => match[at] !== undefined))
  return [
    shared.map((is) => !is),
    ...others.map((other, number) => {
      const differs = other.map(() => true)
      matches[number]?.forEach((to, at) => {
        if (to !== undefined && shared[at]) differs[to] = false
      })
      return differs
    }),
  ]
}

/** Where each line of the one stands in the other; undefined for a line that is not there. */
function matchLines(one: readonly string[], other: readonly string[]): readonly (number | undefined)[] {
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one[head] === other[head]) head += 1
  let tail = 0
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1
  const middle = between(one.slice(head, one.length - tail), other.slice(head, other.length - tail))
  return one.map((_line, at) => {
    if (at < head) return at
    if (at >= one.length - tail) return at - one.length + other.length
    const found = middle[at - head]
    return found === undefined ? undefined : found + head
  })
}

/** A longest common subsequence; of texts too long for that, the first place of each line that is in both. */
function between(one: readonly string[], other: readonly string[]): readonly (number | undefined)[] {
  if (one.length * other.length > MOST_PAIRS) {
    const places = new Map(other.map((line, at) => [line, at]))
    return one.map((line) => places.get(line))
  }
  const width = other.length + 1
  const lengths = new Uint32Array((one.length + 1) * width)
  const cell = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        one[row] === other[column]
          ? cell(row + 1, column + 1) + 1
          : Math.max(cell(row + 1, column), cell(row, column + 1))
  const found: (number | undefined)[] = one.map(() => undefined)
  let row = 0
  let column = 0
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) found[row++] = column++
    else if (cell(row + 1, column) >= cell(row, column + 1)) row += 1
    else column += 1
  }
  return found
}

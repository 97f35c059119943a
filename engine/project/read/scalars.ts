import { describe, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { expectList } from './fields.ts'

type Read<T> = (node: Node | undefined, reading: Reading) => T | undefined

/** Text. A number or true/false is a problem, as it is to Compose: it has to stand in quotes. */
export const readText: Read<string> = (node, reading) => {
  if (node === undefined) return undefined
  if (node.kind === 'scalar' && node.type === 'string') return node.text
  const hint = node.kind === 'scalar' && node.type !== 'null' ? 'Put the value in quotes.' : ''
  reading.problems.add(node, `must be text, not ${describe(node)}`, hint)
  return undefined
}

export function readTextList(node: Node | undefined, reading: Reading): string[] {
  if (node === undefined) return []
  return expectList(node, reading).flatMap((item) => readText(item, reading) ?? [])
}

/** One text or a list of texts. */
export function readTexts(node: Node | undefined, reading: Reading): string[] {
  return node?.kind === 'scalar' && node.type === 'string' ? [node.text] : readTextList(node, reading)
}

/** A whole number, or text that is one after its variables are filled in. */
export const readInteger: Read<number> = (node, reading) => {
  if (node === undefined) return undefined
  const typed = node.kind === 'scalar' && (node.type === 'int' || node.type === 'string')
  const value = typed && /^[-+]?\d+$/.test(node.text) ? Number(node.text) : Number.NaN
  if (Number.isSafeInteger(value)) return value
  reading.problems.add(node, 'must be a whole number')
  return undefined
}

/** A whole number of at least `minimum`. */
export function readCount(node: Node | undefined, minimum: number, reading: Reading): number | undefined {
  const value = readInteger(node, reading)
  if (node === undefined || value === undefined || value >= minimum) return value
  reading.problems.add(node, `must be ${minimum} or more`)
  return undefined
}

export const readNumber: Read<number> = (node, reading) => {
  if (node === undefined) return undefined
  const typed =
    node.kind === 'scalar' && ['int', 'float', 'string'].includes(node.type) && node.text.trim() !== ''
  const value = typed ? Number(node.text) : Number.NaN
  if (Number.isFinite(value) && value >= 0) return value
  reading.problems.add(node, 'must be a number')
  return undefined
}

const YES = ['true', 'y', 'yes', 'on']
const NO = ['false', 'n', 'no', 'off']

/** True or false; as text also the words of YAML 1.1, which Compose still takes. */
export const readBoolean: Read<boolean> = (node, reading) => {
  if (node === undefined) return undefined
  if (node.kind === 'scalar' && (node.type === 'bool' || node.type === 'string')) {
    const word = node.text.toLowerCase()
    if (YES.includes(word)) return true
    if (NO.includes(word)) return false
  }
  reading.problems.add(node, 'must be true or false')
  return undefined
}

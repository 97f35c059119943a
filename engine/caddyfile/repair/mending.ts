import type { Subject } from '../judge/subject.ts'

/** What a repair works with. */
export interface Mending extends Omit<Subject, 'config' | 'text'> {
  /** The bundled Caddyfile, whose parts are taken where one is missing. */
  readonly bundled: string
}

/** Mends one thing in a text. Undefined when it does not find where. */
export type Repair = (text: string, mending: Mending) => Mended | undefined

export interface Mended {
  readonly text: string
  /** A sentence. */
  readonly done: string
}

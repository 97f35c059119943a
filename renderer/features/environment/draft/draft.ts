import { create } from 'zustand'
import type { CallOutput } from '../../../../contract/calls.ts'
import type { EnvKey } from '../../../../contract/env.ts'
import type { ErrorData } from '../../../../contract/errors.ts'

/** The file as the engine read it. */
export type EnvFile = CallOutput<'env.read'>

/** What the engine says about one text; out of date as soon as the draft has another. */
export type Checked = CallOutput<'env.check'> & { readonly text: string }
export type Preview = Omit<CallOutput<'env.preview'>, 'text'> & { readonly text: string }

/** How the last `Apply` that succeeded ended. */
export interface Applied {
  readonly changed: readonly string[]
  /** Containers that new ones took the place of. */
  readonly replaced: readonly string[]
  /** Whether the stack was changed, not just the file. */
  readonly rolledOut: boolean
  readonly at: number
}

/**
 * The text that is being edited, which the editor, the table and the review all show. It lives as long as the window does,
 * so that looking at another screen loses nothing that was typed.
 */
export interface Draft {
  readonly directory: string | null
  /** What the edits are made on; null until it was read. */
  readonly file: EnvFile | null
  readonly readError: ErrorData | null
  readonly text: string
  /** The file as it is by now, when somebody else changed it while there were edits. */
  readonly theirs: EnvFile | null
  readonly keys: readonly EnvKey[]
  readonly checked: Checked | null
  readonly preview: Preview | null
  readonly previewError: ErrorData | null
  readonly applying: boolean
  readonly applied: Applied | null
  /** Why the last `Apply` failed. */
  readonly refused: ErrorData | null
  /** Whether secrets are shown. */
  readonly shown: boolean
  readonly view: 'editor' | 'table'
  /** The variable on whose line the editor's cursor is. */
  readonly cursorKey: string | null
}

const EMPTY: Draft = {
  directory: null,
  file: null,
  readError: null,
  text: '',
  theirs: null,
  keys: [],
  checked: null,
  preview: null,
  previewError: null,
  applying: false,
  applied: null,
  refused: null,
  shown: false,
  view: 'editor',
  cursorKey: null,
}

export const useDraft = create<Draft>()(() => EMPTY)

/** Drafts of projects that the window does not show now. */
const others = new Map<string, Draft>()

/** Turns to the draft of a project; that of the former project is kept. */
export function turnTo(directory: string): void {
  const draft = useDraft.getState()
  if (draft.directory === directory) return
  if (draft.directory !== null) others.set(draft.directory, draft)
  useDraft.setState(others.get(directory) ?? { ...EMPTY, directory })
}

/** Changes the draft of a project, whether the window still shows it or not. */
export function change(directory: string, how: (draft: Draft) => Partial<Draft>): void {
  const draft = useDraft.getState()
  if (draft.directory === directory) useDraft.setState(how(draft))
  else {
    const other = others.get(directory)
    if (other) others.set(directory, { ...other, ...how(other) })
  }
}

/** Whether there are edits that are not in the file. */
export function isEdited({ file, text }: Pick<Draft, 'file' | 'text'>): boolean {
  return file !== null && text !== file.text
}

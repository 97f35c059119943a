/** Characters that a terminal acts upon or that turn the direction of a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
export const ANY = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Control sequences, strings up to their end (or the line's), other escapes; last any single such character. */
export const SEQUENCE = new RegExp(
  [
    '(?:\\u001b\\[|\\u009b)[\\u0030-\\u003f]*[\\u0020-\\u002f]*[\\u0040-\\u007e]?',
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[\\u0020-\\u002f]*[\\u0030-\\u007e]?',
    ANY.source,
  ].join('|'),
  'g',
)

/** A text without colours and without whatever else could drive a terminal; line ends and tabs stay. Pure. */
export function stripAnsi(text: string): string {
  return ANY.test(text) ? text.replace(SEQUENCE, '') : text
}

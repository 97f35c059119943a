import { type AppSettings, settingsSchema } from '../../contract/app.ts'
import { DEFAULT_SETTINGS } from './defaults.ts'

/** What a settings file says. */
export interface ParsedSettings {
  readonly settings: AppSettings
  /** Everything in the file, fields that this version does not know included. */
  readonly known: Readonly<Record<string, unknown>>
  /** What cannot be used, so that the default stands in: fields, or "the whole file". */
  readonly refused: readonly string[]
}

/** Reads each field for itself: one that is wrong costs no other. Never throws. */
export function parseSettings(text: string): ParsedSettings {
  const known = parseObject(text)
  if (known === undefined) return { settings: DEFAULT_SETTINGS, known: {}, refused: ['the whole file'] }
  const refused: string[] = []
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const fallback = DEFAULT_SETTINGS[key as keyof AppSettings]
    if (!Object.hasOwn(known, key)) return [key, fallback]
    const { success, data } = schema.safeParse(known[key])
    if (!success) refused.push(key)
    return [key, success ? data : fallback]
  })
  return { settings: settingsSchema.parse(Object.fromEntries(entries)), known, refused }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const usable = typeof value === 'object' && value !== null && !Array.isArray(value)
    return usable ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

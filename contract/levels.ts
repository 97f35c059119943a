/** How bad a record of a log is, worst first. */
export const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

export type Level = (typeof LEVELS)[number]

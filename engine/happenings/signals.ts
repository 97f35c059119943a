const NAMES: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  6: 'SIGABRT',
  8: 'SIGFPE',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  11: 'SIGSEGV',
  12: 'SIGUSR2',
  15: 'SIGTERM',
}

/** Signals that ask a process for something else than its end, or are ignored by most: HUP, USR1, USR2, CHLD, CONT, STOP to TTOU, URG, WINCH. */
const HARMLESS: ReadonlySet<number> = new Set([1, 10, 12, 17, 18, 19, 20, 21, 22, 23, 28])

export const KILL = 9

/** Whether a process usually ends by a signal. */
export function isDeadly(signal: number): boolean {
  return !HARMLESS.has(signal)
}

/** "SIGKILL", "signal 31" */
export function signalName(signal: number): string {
  return NAMES[signal] ?? `signal ${signal}`
}

/** How a process ended, from its exit code: "SIGKILL, exit code 137", "exit code 1". */
export function exitText(exitCode: number): string {
  const signal = exitCode > 128 && exitCode < 160 ? `${signalName(exitCode - 128)}, ` : ''
  return `${signal}exit code ${exitCode}`
}

import { ShoalError } from '../../contract/errors.ts'
import type { PortHolder } from './holder.ts'

/** `next` is the next free port; it goes into the hint. */
export function portBusyError(port: number, holder: PortHolder, next: number): ShoalError {
  return new ShoalError(
    'port-busy',
    `Port ${port} is used by ${holder.words}; nothing was changed.`,
    `Run \`shoal port ${next}\` to use the next free port, or stop what uses ${port}.`,
  )
}

/** For a port that this user's engine may not open: rootless engines, and ranges that Windows keeps for itself. */
export function portForbiddenError(port: number, next: number): ShoalError {
  const reason = port < 1024 ? 'needs a privileged engine' : 'is reserved by the system'
  return new ShoalError(
    'port-busy',
    `Port ${port} ${reason}; nothing was changed.`,
    `Run \`shoal port ${next}\` to use the next free port.`,
  )
}

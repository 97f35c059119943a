import type { RequestCount } from './timeline.ts'

/** "0 of 4,812 requests lost". Pure. */
export function lostText({ lost, total, counted }: RequestCount): string {
  const number = (count: number) => count.toLocaleString('en-US')
  const text = `${number(lost)} of ${number(total)} ${total === 1 ? 'request' : 'requests'} lost`
  return counted ? text : `at least ${text}`
}

/** What every answer of the window's server says. */
export function securityHeaders(port: number): Record<string, string> {
  return {
    'content-security-policy': policy(port),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // The first address has a token in it, and a Referer would tell it.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}

function policy(port: number): string {
  // Not every browser takes 'self' for the WebSocket as well.
  const sockets = `ws://127.0.0.1:${port} ws://localhost:${port}`
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The terminal and the editor write their own style sheets.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${sockets}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

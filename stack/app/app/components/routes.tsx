const ROUTES = [
  { method: 'GET', path: '/api/health', href: '/api/health', note: 'checks the database' },
  { method: 'GET', path: '/api/whoami', href: '/api/whoami', note: 'who answered' },
  { method: 'GET', path: '/api/slow', href: '/api/slow?ms=3000', note: 'waits ?ms= long' },
  { method: 'GET', path: '/api/sick', href: '/api/sick', note: 'its health, set by hand' },
  { method: 'POST', path: '/api/sick', note: 'toggles its health' },
  { method: 'POST', path: '/api/echo', note: 'gives the body back' },
] as const

export function Routes() {
  return (
    <section className="card">
      <h2>Routes to try</h2>
      <ul className="routes">
        {ROUTES.map((route) => (
          <li key={`${route.method} ${route.path}`}>
            <span className="method" data-method={route.method}>
              {route.method}
            </span>
            {'href' in route ? (
              <a className="mono" href={route.href}>
                {route.path}
              </a>
            ) : (
              <span className="mono">{route.path}</span>
            )}
            <span className="muted">{route.note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

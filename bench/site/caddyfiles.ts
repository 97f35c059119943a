const GLOBAL = `{
	admin off
	persist_config off
	skip_install_trust
}
`

/** The usual way: Docker's DNS name of the service, which is one upstream whatever its scale. */
export const CLASSIC = `${GLOBAL}
:80 {
	reverse_proxy app:3000
}
`

/** The least that spreads requests over so many instances: every one an upstream, and nothing else. */
export function bareCaddyfile(project: string, instances: number): string {
  const addresses = Array.from({ length: instances }, (_, position) => `${project}-app-${position + 1}:3000`)
  return `${GLOBAL}
:80 {
	reverse_proxy ${addresses.join(' ')}
}
`
}

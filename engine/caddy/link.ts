import type { Docker } from '../docker/gateway.ts'
import { type Admin, openAdmin } from './admin.ts'
import { ADMIN_PORT, adminReads } from './admin-reads.ts'
import { type Closing, openClosing } from './closing.ts'
import { type Gate, openGate } from './gate.ts'
import { type Kept, openKept } from './kept.ts'
import { openRequests, type Requests } from './requests.ts'
import { openRotation, type Rotation } from './rotation.ts'
import { openShell } from './shell.ts'
import { openTunnel } from './tunnel.ts'

/** Everything that reaches into one running Caddy container. */
export interface CaddyLink {
  readonly admin: Admin
  readonly gate: Gate
  readonly rotation: Rotation
  readonly requests: Requests
  readonly kept: Kept
  readonly closing: Closing
  close(): void
}

/** The gate's port inside the Caddy container, as in the bundled Caddyfile. */
const GATE_PORT = 2020

/** Opens the lazy connections into one Caddy container: nothing is sent until something is asked. */
export function openCaddyLink(docker: Docker, container: string): CaddyLink {
  const adminTunnel = openTunnel(docker, container, ADMIN_PORT)
  const gateTunnel = openTunnel(docker, container, GATE_PORT)
  const shell = openShell(docker, container)
  return {
    admin: openAdmin(adminReads(gateTunnel, adminTunnel), adminTunnel),
    gate: openGate(gateTunnel),
    rotation: openRotation(shell),
    requests: openRequests(shell),
    kept: openKept(shell),
    closing: openClosing(shell),
    close() {
      adminTunnel.close()
      gateTunnel.close()
      shell.close()
    },
  }
}

import { Activity, Copy, ExternalLink, FileWarning } from 'lucide-react'
import type { Snapshot } from '../../../contract/models.ts'
import { Button, buttonClass } from '../../components/button.tsx'
import { Empty } from '../../components/empty.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { copyText } from '../../lib/copy.ts'
import { hrefOf } from '../../store/route.ts'
import type { TrafficReport } from '../../store/traffic.ts'
import styles from './no-traffic.module.css'

interface NoTrafficProps {
  readonly snapshot: Snapshot | null
  readonly traffic: TrafficReport | null
}

/** What the site in a Caddyfile needs for Shoal to see its requests. */
const LOG = `log {
	output file /var/log/caddy/access.log
	format json
}
log_append upstream {rp.upstream.hostport}
log_append upstream_ms {rp.upstream.latency_ms}`

/** Whether there is nothing to show: no request was seen in all the time that is kept. Pure. */
export function isBlank(traffic: TrafficReport | null, quiet: boolean): boolean {
  return traffic === null || (quiet && traffic.summary.total.requests === 0)
}

/** Why there is nothing to see, and what to do about it. */
export function NoTraffic({ snapshot, traffic }: NoTrafficProps) {
  const icon = <Activity size={20} />
  if (snapshot?.state === 'down' || snapshot?.state === 'stopped')
    return (
      <Empty
        icon={icon}
        title="The stack does not run"
        about="Start it, and every request that comes through Caddy is counted here, instance by instance."
        actions={
          <a className={buttonClass({ look: 'primary' })} href={hrefOf('overview')}>
            Go to the overview
          </a>
        }
      />
    )
  if (!snapshot || !traffic || traffic.source === 'starting')
    return (
      <div className={styles.waiting} role="status">
        <Spinner /> Reading the access log
      </div>
    )
  if (traffic.source === 'no-caddy')
    return (
      <Empty
        icon={icon}
        title="Caddy does not run"
        about="Requests are counted from its access log. The overview says how it is."
        actions={
          <a className={buttonClass({ look: 'primary' })} href={hrefOf('overview')}>
            Go to the overview
          </a>
        }
      />
    )
  if (traffic.source === 'no-log')
    return (
      <Empty
        icon={<FileWarning size={20} />}
        title="Caddy writes no access log"
        about={
          <>
            Shoal counts requests from the access log of Caddy, as JSON in a file, and this project’s
            Caddyfile writes none. Put these lines into its site and restart Caddy:
            <pre className={styles.lines}>{LOG}</pre>
          </>
        }
        actions={
          <Button
            look="primary"
            icon={<Copy size={14} aria-hidden="true" />}
            onClick={() => void copyText(LOG, 'The log of the Caddyfile')}
          >
            Copy the lines
          </Button>
        }
      />
    )
  const { url } = snapshot
  return (
    <Empty
      icon={icon}
      title="No request yet"
      about={
        url === null
          ? 'The stack publishes no port, so nothing can reach it from here.'
          : 'Open the app, and each request appears here: which instance served it, and how fast.'
      }
      actions={
        url !== null && (
          <a className={buttonClass({ look: 'primary' })} href={url} target="_blank" rel="noreferrer">
            <ExternalLink size={14} aria-hidden="true" />
            Open {url.replace(/^https?:\/\/|\/$/g, '')}
          </a>
        )
      }
    />
  )
}

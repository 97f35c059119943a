import { Notice } from '../../../components/notice.tsx'
import type { TrafficReport } from '../../../store/traffic.ts'
import { countText } from '../words.ts'

/** What makes the figures less than exact, or old. */
export function Notices({ traffic }: { readonly traffic: TrafficReport }) {
  const { source, sampled, gap } = traffic
  return (
    <>
      {source === 'no-caddy' && (
        <Notice tone="warn" hint="They go on by themselves once Caddy runs again.">
          Caddy does not run, so the figures stand still.
        </Notice>
      )}
      {source === 'no-log' && (
        <Notice tone="warn" hint="What came before is still shown.">
          Caddy writes no access log any more, so new requests are not seen.
        </Notice>
      )}
      {sampled > 1 && (
        <Notice tone="info" hint="Rates, shares and percentiles stay right within a few per cent.">
          There was more than could be read one by one: at times one in {countText(sampled)} requests was
          counted and stands for {countText(sampled)}.
        </Notice>
      )}
      {gap && (
        <Notice tone="warn" hint="Raise roll_size in the Caddyfile when that happens often.">
          Caddy rotated lines of its access log away before they were read, so counts are too low.
        </Notice>
      )}
    </>
  )
}

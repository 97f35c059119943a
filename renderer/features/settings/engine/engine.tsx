import { Notice } from '../../../components/notice.tsx'
import { useShoal } from '../../../store/store.ts'
import facts from '../facts.module.css'
import { Section } from '../section.tsx'
import { Candidates } from './candidates.tsx'

/** Which Docker everything runs on. */
export function Engine() {
  const docker = useShoal((state) => state.docker)
  return (
    <Section title="Docker engine">
      {docker?.state === 'found' && (
        <dl className={facts.facts}>
          <dt>In use</dt>
          <dd>
            {docker.engine.name} {docker.engine.version}
          </dd>
          <dt>Address</dt>
          <dd>
            <code>{docker.engine.host}</code>
          </dd>
          <dt>Found by</dt>
          <dd>{docker.source}</dd>
        </dl>
      )}
      {docker?.state === 'missing' && (
        <Notice
          tone="bad"
          hint={docker.error.hint}
          details={docker.attempts.map(({ source, host, result }) => `${source}, ${host}: ${result}`)}
        >
          {docker.error.message}
        </Notice>
      )}
      <Candidates />
    </Section>
  )
}

import { Fragment } from 'react'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useShoal } from '../../../store/store.ts'
import facts from '../facts.module.css'
import { Section } from '../section.tsx'
import { Candidates } from './candidates.tsx'

/** Which Docker everything runs on. That there is none is told by the window; here is where it was looked for. */
export function Engine() {
  const docker = useShoal((state) => state.docker)
  return (
    <Section title="Docker engine">
      {docker === null && (
        <dl className={facts.facts} aria-busy="true">
          {['In use', 'Address', 'Found by'].map((name) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                <Skeleton width={190} height={14} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
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
        <dl className={facts.facts}>
          <dt>In use</dt>
          <dd>None. Shoal looks again by itself.</dd>
          {docker.attempts.map(({ source, host, result }) => (
            <Fragment key={`${source} ${host}`}>
              <dt>Tried</dt>
              <dd>
                <code>{host}</code> from {source}: {result}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      <Candidates />
    </Section>
  )
}

import type { Snapshot } from '../../../../contract/models.ts'
import { PhaseMark } from '../../../components/phase-mark.tsx'
import { servicePhase, serviceWords } from '../../../model/service-phase.ts'
import { ServiceMenu } from './service-menu.tsx'
import styles from './services.module.css'

/** Everything beside the instances: Caddy, PostgreSQL, and what else the project has. */
export function Services({ snapshot }: { readonly snapshot: Snapshot }) {
  const services = snapshot.services.filter(({ name }) => name !== 'app')
  return (
    <section aria-label="Services">
      <h2 className={styles.head}>Services</h2>
      <ul>
        {services.map((service) => (
          <li key={service.name} className={styles.row}>
            <PhaseMark phase={servicePhase(service)} size={12} />
            <span className={styles.name}>{service.name}</span>
            <span className={styles.words}>{serviceWords(service)}</span>
            <span className={styles.image}>{service.image}</span>
            <ServiceMenu service={service} />
          </li>
        ))}
      </ul>
    </section>
  )
}

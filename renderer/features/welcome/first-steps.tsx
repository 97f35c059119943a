import styles from './first-steps.module.css'

const FILES = [
  {
    name: 'compose.yaml',
    about: 'Caddy in front, your app, PostgreSQL behind it. Plain Docker Compose runs it too.',
  },
  { name: 'Caddyfile', about: 'How requests reach the instances, and how their health is checked.' },
  { name: '.env', about: 'Your app’s environment. Shoal keeps its comments and its order.' },
] as const

/** What a project is, for whoever has none yet. */
export function FirstSteps() {
  return (
    <section className={styles.steps} aria-labelledby="first-steps">
      <h2 id="first-steps" className={styles.title}>
        A project is a folder with three files
      </h2>
      <dl>
        {FILES.map(({ name, about }) => (
          <div key={name} className={styles.file}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.sample}>
        The sample is such a folder with a small Next.js app: start it, drag the slider to 8, and stop an
        instance to see what happens.
      </p>
    </section>
  )
}

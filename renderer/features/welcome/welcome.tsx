import { ErrorNotice } from '../../components/notice.tsx'
import { useShoal } from '../../store/store.ts'
import { DockerProblem } from './docker-problem.tsx'
import { DockerState } from './docker-state.tsx'
import { FirstSteps } from './first-steps.tsx'
import { OpenActions } from './open-actions.tsx'
import { RecentProjects } from './recent-projects.tsx'
import styles from './welcome.module.css'

/** The first screen: is Docker there, and which project is it to be. */
export function Welcome() {
  const recent = useShoal((state) => state.recent)
  const linked = useShoal(({ link }) => link === 'open')
  const docker = useShoal((state) => state.docker)
  // The folder picker tells it itself while it is open.
  const openError = useShoal((state) => (state.overlay === 'folders' ? null : state.openError))
  const missing = linked && docker?.state === 'missing' ? docker : null
  return (
    <main className={styles.welcome}>
      <section className={styles.start} aria-label="Start">
        <img className={styles.mark} src="./mark.svg" alt="" />
        <h1 className={styles.name}>Shoal</h1>
        <p className={styles.about}>
          Runs many instances of your web app on this machine, behind one address, and drops no request.
        </p>
        <OpenActions />
        <DockerState />
      </section>
      <div className={styles.side}>
        {missing && <DockerProblem error={missing.error} attempts={missing.attempts} />}
        {openError && (
          <div className={styles.error}>
            <ErrorNotice error={openError} />
          </div>
        )}
        {recent.length > 0 ? <RecentProjects /> : !missing && <FirstSteps />}
      </div>
    </main>
  )
}

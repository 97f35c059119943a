import { containerName } from '../../project/names.ts'
import type { ObservedInstance } from '../observe/observation.ts'
import type { Wanted } from '../want/wanted.ts'
import type { PlanBuilder } from './builder.ts'
import { planRemoval } from './services.ts'

/** The ways of one instance, from which scaling and rollouts are put together. */
export class InstancePlans {
  private readonly plan: PlanBuilder
  private readonly wanted: Wanted
  /** What creating an instance waits for: image, network, volumes. */
  private readonly needs: readonly string[]
  /** What starting one waits for: the services it depends on. */
  private readonly dependencies: readonly (string | undefined)[]
  /** Takes over the rotation when it is first needed; gives that step's id. */
  private readonly managed: () => string

  constructor(
    plan: PlanBuilder,
    wanted: Wanted,
    needs: readonly string[],
    dependencies: readonly (string | undefined)[],
    managed: () => string,
  ) {
    this.plan = plan
    this.wanted = wanted
    this.needs = needs
    this.dependencies = dependencies
    this.managed = managed
  }

  /** A new instance, until it takes traffic. Returns the last step's id. */
  add(index: number, cause: string, after: readonly (string | undefined)[] = []): string {
    const name = this.name(index)
    const created = this.plan.add({ verb: 'create', service: 'app', index }, name, cause, [
      ...this.needs,
      ...after,
    ])
    return this.start(index, cause, [created])
  }

  /** An instance that exists and does not run, until it takes traffic. */
  start(index: number, cause: string, after: readonly (string | undefined)[] = []): string {
    const name = this.name(index)
    const started = this.plan.add({ verb: 'start' }, name, cause, [...this.dependencies, ...after])
    return this.admit(index, cause, [started])
  }

  /**
   * An instance that runs, until it takes traffic. It joins before it is ready: Caddy's own check keeps requests away until
   * it is healthy, and lets them in at the first check after that.
   */
  admit(index: number, cause: string, after: readonly (string | undefined)[] = []): string {
    const name = this.name(index)
    const joined = this.plan.add({ verb: 'join', index }, name, cause, [this.managed(), ...after])
    return this.plan.add({ verb: 'wait-ready', index }, name, cause, [joined])
  }

  /** An instance that runs, until it is stopped: out of the rotation first, then without a request in flight. */
  stop(index: number, cause: string, after: readonly (string | undefined)[] = []): string {
    const name = this.name(index)
    const left = this.plan.add({ verb: 'leave', index }, name, cause, [this.managed(), ...after])
    const drained = this.plan.add({ verb: 'drain', index }, name, cause, [left])
    return this.plan.add({ verb: 'stop', grace: this.wanted.app.stopGracePeriod }, name, cause, [drained])
  }

  /** An instance in whatever state, until it is gone. */
  remove(instance: ObservedInstance, cause: string, after: readonly (string | undefined)[] = []): string {
    const { index, container } = instance
    if (container.state === 'running')
      return this.plan.add({ verb: 'remove' }, container.name, cause, [this.stop(index, cause, after)])
    return planRemoval(this.plan, container, this.wanted.app, cause, after)
  }

  /** An instance that this plan added before, until it is gone. */
  removeAdded(index: number, cause: string, after: readonly (string | undefined)[]): string {
    return this.plan.add({ verb: 'remove' }, this.name(index), cause, [this.stop(index, cause, after)])
  }

  private name(index: number): string {
    return containerName(this.wanted.project.name, this.wanted.app.name, index)
  }
}

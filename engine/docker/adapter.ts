import { closeIdle } from './agent.ts'
import type { Client } from './client.ts'
import { createContainer } from './containers/create-container.ts'
import { findPortHolders } from './containers/find-port-holders.ts'
import { inspectContainer } from './containers/inspect-container.ts'
import { killContainer } from './containers/kill-container.ts'
import { listContainers } from './containers/list-containers.ts'
import { listRunning } from './containers/list-running.ts'
import { removeContainer } from './containers/remove-container.ts'
import { startContainer } from './containers/start-container.ts'
import { stopContainer } from './containers/stop-container.ts'
import { pastEvents } from './events/past-events.ts'
import { watchEvents } from './events/watch-events.ts'
import { startExec } from './exec/start-exec.ts'
import type { Docker, EngineAbout } from './gateway.ts'
import { buildImage } from './images/build-image.ts'
import { inspectImage } from './images/inspect-image.ts'
import { pullImage } from './images/pull-image.ts'
import { readLogBatches, readLogs } from './logs/read-logs.ts'
import { createNetwork } from './networks/create-network.ts'
import { inspectNetwork } from './networks/inspect-network.ts'
import { listNetworks } from './networks/list-networks.ts'
import { removeNetwork } from './networks/remove-network.ts'
import { readStats } from './stats/read-stats.ts'
import { createVolume } from './volumes/create-volume.ts'
import { inspectVolume } from './volumes/inspect-volume.ts'
import { listVolumes } from './volumes/list-volumes.ts'
import { removeVolume } from './volumes/remove-volume.ts'

/** The gateway's verbs, bound to one engine. */
export function createAdapter(client: Client, about: () => Promise<EngineAbout>): Docker {
  return {
    about,
    listContainers: (labels) => listContainers(client, labels),
    listRunning: (labels) => listRunning(client, labels),
    inspectContainer: (idOrName) => inspectContainer(client, idOrName),
    findPortHolders: (port) => findPortHolders(client, port),
    createContainer: (spec) => createContainer(client, spec),
    startContainer: (id) => startContainer(client, id),
    stopContainer: (id, grace) => stopContainer(client, id, grace),
    killContainer: (id, signal) => killContainer(client, id, signal),
    removeContainer: (id, options) => removeContainer(client, id, options),
    exec: (id, command, options = {}) => startExec(client, id, command, options),
    logs: (id, options) => readLogs(client, id, options),
    logBatches: (id, options) => readLogBatches(client, id, options),
    stats: (id, signal) => readStats(client, id, signal),
    inspectImage: (reference) => inspectImage(client, reference),
    pullImage: (reference, options) => pullImage(client, reference, options),
    buildImage: (context, options) => buildImage(client, context, options),
    inspectNetwork: (name) => inspectNetwork(client, name),
    createNetwork: (spec) => createNetwork(client, spec),
    removeNetwork: (name) => removeNetwork(client, name),
    listNetworks: (labels) => listNetworks(client, labels),
    inspectVolume: (name) => inspectVolume(client, name),
    createVolume: (spec) => createVolume(client, spec),
    removeVolume: (name) => removeVolume(client, name),
    listVolumes: (labels) => listVolumes(client, labels),
    pastEvents: (labels) => pastEvents(client, labels),
    events: (labels, signal) => watchEvents(client, labels, signal),
    close: () => closeIdle(client.agent),
  }
}

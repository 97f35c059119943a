import type { ContainerCreateOptions } from 'dockerode'
import { ShoalError } from '../../../contract/errors.ts'
import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'
import type { ContainerSpec } from '../gateway.ts'
import { createBody, laterNetworks } from './create-body.ts'
import { removeContainer } from './remove-container.ts'

/**
 * Creates a container, attached to all its networks, and returns its id. When a network cannot be attached the
 * container is removed again. Throws `image-missing` when the image is not on the engine.
 */
export async function createContainer(client: Client, spec: ContainerSpec): Promise<string> {
  const doing = `creating the container "${spec.name}"`
  const container = await attempt(doing, async () => {
    try {
      return await client.api.createContainer(request(client, spec))
    } catch (thrown) {
      if (statusOf(thrown) === 404 && isMissingImage(thrown)) throw missingImage(spec)
      throw thrown
    }
  })
  try {
    for (const [network, aliases] of laterNetworks(spec, client.apiVersion))
      await attempt(doing, () =>
        client.api.getNetwork(encodeURIComponent(network)).connect({
          Container: container.id,
          EndpointConfig: { Aliases: [...aliases] },
        }),
      )
  } catch (thrown) {
    await removeContainer(client, container.id, { force: true })
    throw thrown
  }
  return container.id
}

/** `_query` and `_body` keep the specification, secrets included, out of the URL; dockerode's types don't know them. */
function request(client: Client, spec: ContainerSpec): ContainerCreateOptions {
  const split: unknown = { _query: { name: spec.name }, _body: createBody(spec, client.apiVersion) }
  return split as ContainerCreateOptions
}

/** A missing network is a 404 too. */
function isMissingImage(thrown: unknown): boolean {
  return thrown instanceof Error && /no such image|image not known/i.test(thrown.message)
}

function missingImage(spec: ContainerSpec): ShoalError {
  return new ShoalError(
    'image-missing',
    `The image ${spec.image} is not on this engine, so the container "${spec.name}" was not created.`,
    'Pull or build the image, then repeat the command.',
  )
}

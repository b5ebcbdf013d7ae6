import type { Config } from '@oclif/core/interfaces'
import type { TransportOffer } from '../contract/offer.js'
import { TransportRegistry } from '../contract/registry.js'

/** The oclif hook in which plugins hand over their transport descriptors. */
export const TRANSPORTS_HOOK = 'blit:transports'

/**
 * Asks every plugin for its transports. A plugin whose hook fails, or gives something else, is named to `warn`
 * and left out; the others go on.
 */
export async function collectTransports(
  config: Config,
  warn: (message: string) => void,
): Promise<TransportRegistry> {
  // oclif runs the hooks side by side and keeps what they throw in `failures`.
  const { successes, failures } = await config.runHook(TRANSPORTS_HOOK, {}, undefined, true)
  const offers: TransportOffer[] = [
    ...successes.map(({ plugin, result }) => ({ ...origin(plugin), value: result })),
    ...failures.map(({ plugin, error }) => ({ ...origin(plugin), value: undefined, error })),
  ]
  const registry = new TransportRegistry(offers)
  for (const { message, hint } of registry.problems)
    warn(hint === undefined ? message : `${message} (${hint})`)
  return registry
}

function origin(plugin: {
  readonly name: string
  readonly type: string
}): Pick<TransportOffer, 'bundled' | 'plugin'> {
  return { plugin: plugin.name, bundled: plugin.type === 'core' }
}

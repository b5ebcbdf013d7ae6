import { BlitError } from '../errors/blit-error.js'
import { displayPath } from '../paths/display.js'
import { TRANSPORT_BRAND, type TransportDescriptor } from './transport.js'

/** What one plugin answered to the hook that asks for transports. */
export interface TransportOffer {
  /** The plugin's package, as the host knows it. */
  readonly plugin: string
  /** It came with blit, the user did not install it. */
  readonly bundled: boolean
  /** A descriptor, an array of them, or undefined. Anything else is a problem. */
  readonly value: unknown
  /** What its hook threw, if it did. */
  readonly error?: unknown
}

/** An offer, or a part of it, that cannot be used at all. */
export interface OfferProblem {
  readonly plugin: string
  readonly error: BlitError
}

/** Takes an offer apart. Trusts nothing: it may come from a plugin built with another copy of this package. */
export function readOffer(offer: TransportOffer): {
  descriptors: TransportDescriptor[]
  problem?: OfferProblem
} {
  if (offer.error !== undefined) {
    const why = offer.error instanceof Error ? displayPath(offer.error.message) : 'it says not why'
    return { descriptors: [], problem: problemOf(offer, `failed: ${why}`) }
  }

  const values: readonly unknown[] = Array.isArray(offer.value) ? offer.value : [offer.value]
  const given = values.filter((value) => value !== undefined && value !== null)
  const descriptors = given.filter(isDescriptor)
  if (descriptors.length === given.length) return { descriptors }
  return { descriptors, problem: problemOf(offer, 'hands over something that is no transport') }
}

function isDescriptor(value: unknown): value is TransportDescriptor {
  if (typeof value !== 'object' || value === null) return false
  const {
    apiVersion,
    plugin,
    schemes,
    routes,
    load,
    [TRANSPORT_BRAND]: brand,
  } = value as Partial<TransportDescriptor>
  return (
    brand === true &&
    typeof apiVersion === 'number' &&
    typeof plugin === 'string' &&
    Array.isArray(schemes) &&
    schemes.every((scheme) => typeof scheme === 'string') &&
    Array.isArray(routes) &&
    routes.every(isPair) &&
    typeof load === 'function'
  )
}

function isPair(route: unknown): boolean {
  return (
    typeof route === 'object' &&
    route !== null &&
    'from' in route &&
    typeof route.from === 'string' &&
    'to' in route &&
    typeof route.to === 'string'
  )
}

function problemOf(offer: TransportOffer, what: string): OfferProblem {
  const plugin = displayPath(offer.plugin)
  const error = new BlitError('E_PLUGIN_VERSION', `the plugin ${plugin} ${what}`, {
    hint: `upgrade it (blit plugins install ${plugin}@latest) or remove it (blit plugins uninstall ${plugin})`,
    cause: offer.error,
  })
  return { plugin: offer.plugin, error }
}

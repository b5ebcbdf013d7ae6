import type { Endpoint } from './endpoint.js'
import type { Route } from './route.js'

/** Version of this contract. Raised when a plugin built for the older one would not work. */
export const CONTRACT_VERSION = 1

export const TRANSPORT_BRAND = Symbol.for('@blit/transport')

/**
 * What a plugin hands to the host in the `blit:transports` hook. Its module imports nothing heavy; `load`
 * does, and is called only when one of the schemes is used.
 */
export interface TransportDescriptor {
  readonly [TRANSPORT_BRAND]: true
  /** The `CONTRACT_VERSION` it was built for. */
  readonly apiVersion: number
  /** The package, as `blit plugins install` takes it. */
  readonly plugin: string
  /** URL schemes it claims, without '://'. `file` is the scheme of plain paths. */
  readonly schemes: readonly string[]
  /** Pairs of schemes it has a fast path for. */
  readonly routes: ReadonlyArray<{ readonly from: string; readonly to: string }>
  readonly load: () => Promise<Transport>
}

export interface Transport {
  /**
   * Opens the place a location names. It need not exist: then `stat('')` gives undefined, and a write
   * below it makes the missing parents. Rejects when the place cannot be reached.
   */
  open(location: Location, options: OpenOptions): Promise<Endpoint>
  /** The fast path for a pair of schemes listed in the descriptor. */
  route?(from: string, to: string): Promise<Route>
}

export interface OpenOptions {
  readonly signal: AbortSignal
  /** Talk in clear beyond loopback. */
  readonly insecure: boolean
}

/** An operand, taken apart. What it means is the transport's to say. */
export interface Location {
  readonly scheme: string
  /** For `file`: the local path as a byte string. For a URL: the path, percent-decoded once, without the leading '/'. */
  readonly path: string
  /** Without brackets. Only for remote forms. */
  readonly host?: string
  readonly port?: number
  /** The operand ended in '/', or its last component was '.' (contents, not the thing). */
  readonly trailingSlash: boolean
  /** What the user wrote, as a byte string. */
  readonly text: string
}

/** Makes a descriptor; the brand and the version are this copy of the contract's. */
export function defineTransport(
  descriptor: Omit<TransportDescriptor, typeof TRANSPORT_BRAND | 'apiVersion'>,
): TransportDescriptor {
  return { ...descriptor, [TRANSPORT_BRAND]: true, apiVersion: CONTRACT_VERSION }
}

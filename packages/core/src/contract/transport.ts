import type { HostAndPort } from '../location/host.js'
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
  /** Asks whoever serves the places of a host whether they are there. Rejects like `open`. */
  ping?(host: HostAndPort, options: OpenOptions): Promise<PingAnswer>
  /** The places a host offers, sorted by name (UTF-16 code units). Rejects like `open`. */
  modules?(host: HostAndPort, options: OpenOptions): Promise<readonly ModuleInfo[]>
}

export interface OpenOptions {
  readonly signal: AbortSignal
  /** Talk in clear beyond loopback. */
  readonly insecure: boolean
  /** Is told what the user has to know about the way there. Called at most once a host and matter. */
  readonly warn?: (message: string) => void
}

/** What answers at a host. */
export interface PingAnswer {
  /** The address that was dialled, an IPv6 address without brackets. */
  readonly address: string
  readonly port: number
  /** Name and version of the program there, as it says itself: to be escaped before it is printed. */
  readonly software: string
  /** The version of the wire that both ends speak. */
  readonly protocol: number
  /** What it says it can do beyond that version. */
  readonly features: readonly string[]
  /** From the question to its answer, over a connection that stands. */
  readonly roundTripMs: number
}

/** A place that a host offers by name. Name and comment are its own words: to be escaped before they are printed. */
export interface ModuleInfo {
  readonly name: string
  readonly readOnly: boolean
  readonly comment: string
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

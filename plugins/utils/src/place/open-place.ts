import {
  BlitError,
  displayPath,
  parseOperand,
  type Endpoint,
  type Entry,
  type Location,
  type OpenOptions,
  type Transports,
} from '@blit/core'
import { operandError, type Side } from './operand-error.js'

/** How places are reached. */
export interface Reach extends OpenOptions {
  readonly registry: Transports
}

/** Something that exists, with the endpoint whose root it is. Whoever opened it closes the endpoint. */
export interface Place {
  readonly location: Location
  readonly endpoint: Endpoint
  /** What is there. A symlink counts as what it leads to, as long as it leads somewhere. */
  readonly entry: Entry
}

/**
 * Opens what an operand names. Where nothing is there, or it cannot be looked at, rejects with the error of its side:
 * exit 4 for a source, 5 for a destination.
 */
export async function openPlace(operand: string, side: Side, reach: Reach): Promise<Place> {
  const location = parseOperand(operand)
  const endpoint = await openEndpoint(location, reach)
  try {
    return { location, endpoint, entry: await lookAt(endpoint, location, side, reach.signal) }
  } catch (error) {
    await endpoint.close()
    throw operandError(error, operand, side)
  }
}

/** The endpoint whose root is the location. Nothing need be there. */
export async function openEndpoint(location: Location, reach: Reach): Promise<Endpoint> {
  const { registry, ...options } = reach
  const transport = await registry.transport(location.scheme)
  return transport.open(location, options)
}

async function lookAt(
  endpoint: Endpoint,
  location: Location,
  side: Side,
  signal: AbortSignal,
): Promise<Entry> {
  const { text, trailingSlash } = location
  const entry = (await endpoint.stat('', { signal, follow: true })) ?? (await endpoint.stat('', { signal }))
  const shown = `'${displayPath(text)}'`
  if (entry === undefined) {
    const code = side === 'source' ? 'E_SOURCE_MISSING' : 'E_DESTINATION'
    throw new BlitError(code, `there is no ${shown}`, { path: text, hint: 'check the path' })
  }

  if (trailingSlash && entry.type !== 'directory') {
    const code = side === 'source' ? 'E_SOURCE_UNREADABLE' : 'E_DESTINATION'
    throw new BlitError(code, `${shown} is not a directory`, {
      path: text,
      hint: "leave out the '/' at its end",
    })
  }

  return entry
}

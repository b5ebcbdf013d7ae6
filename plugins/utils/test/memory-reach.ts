import { TransportRegistry } from '@blit/core'
import { memoryTransport, type MemoryEndpointOptions, type MemoryTree } from '@blit/core/testing'
import type { Reach } from '../dist/place/open-place.js'

/** Two trees in memory, `a://t` and `b://t`, and how a command reaches them. */
export interface MemoryReach {
  readonly reach: Reach
  readonly a: MemoryTree
  readonly b: MemoryTree
  /** Endpoints that are open now. */
  openEndpoints(): number
}

export function memoryReach(
  optionsOfA: MemoryEndpointOptions = {},
  optionsOfB: MemoryEndpointOptions = optionsOfA,
  signal: AbortSignal = new AbortController().signal,
): MemoryReach {
  const [a, b] = [memoryTransport('a', optionsOfA), memoryTransport('b', optionsOfB)]
  const offers = [a, b].map(({ descriptor }) => ({
    plugin: descriptor.plugin,
    bundled: true,
    value: descriptor,
  }))
  return {
    reach: { registry: new TransportRegistry(offers), insecure: false, signal },
    a: a.tree('t'),
    b: b.tree('t'),
    openEndpoints: () => a.openEndpoints() + b.openEndpoints(),
  }
}

/** Everything an async iterable gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown
  try {
    value = await promise
  } catch (error) {
    return error
  }

  throw new Error(`it resolved with ${String(value)}`)
}

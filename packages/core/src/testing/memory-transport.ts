import { defineTransport, type Location, type TransportDescriptor } from '../contract/transport.js'
import { MemoryEndpoint } from './memory-endpoint.js'
import type { MemoryEndpointOptions } from './memory-options.js'
import { MemoryTree } from './memory-tree.js'

/** A transport whose places are in memory: `SCHEME://HOST/PATH` is PATH in the tree named HOST. */
export interface MemoryTransport {
  readonly descriptor: TransportDescriptor
  /** The tree named `host`, made when first asked for. */
  tree(host?: string): MemoryTree
  /** How many endpoints are open now. */
  openEndpoints(): number
}

/** Makes a transport for tests. `options` go to every endpoint it opens. */
export function memoryTransport(scheme = 'memory', options: MemoryEndpointOptions = {}): MemoryTransport {
  const trees = new Map<string, MemoryTree>()
  let open = 0

  function tree(host = ''): MemoryTree {
    const found = trees.get(host) ?? new MemoryTree()
    trees.set(host, found)
    return found
  }

  async function openEndpoint(location: Location): Promise<MemoryEndpoint> {
    open++
    const root = location.path
      .split('/')
      .filter((name) => name !== '')
      .join('/')
    const endpoint = new MemoryEndpoint(tree(location.host), {
      ...options,
      root,
      scheme,
      label: location.text,
    })
    const close = endpoint.close.bind(endpoint)
    let isOpen = true
    endpoint.close = async () => {
      if (isOpen) open--
      isOpen = false
      await close()
    }

    return endpoint
  }

  return {
    descriptor: defineTransport({
      plugin: `@blit/core/testing (${scheme})`,
      schemes: [scheme],
      routes: [],
      load: async () => ({ open: openEndpoint }),
    }),
    tree,
    openEndpoints: () => open,
  }
}

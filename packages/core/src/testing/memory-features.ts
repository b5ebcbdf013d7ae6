import type { EndpointFeatures, Identity, Metadata } from '../contract/endpoint.js'
import type { CallOptions } from '../contract/call-options.js'
import { BlitError } from '../errors/blit-error.js'
import { saltIdentity } from '../location/salt-identity.js'
import { displayPath } from '../paths/display.js'
import type { MemoryEndpointOptions } from './memory-options.js'
import type { MemoryNode } from './memory-node.js'
import type { MemoryTree } from './memory-tree.js'

/** What the features need of their endpoint. */
export interface MemoryPlace {
  readonly tree: MemoryTree
  readonly root: string
  begin(method: string, path: string, options: CallOptions): Promise<void>
  nodeAt(path: string): MemoryNode | undefined
  chain(path: string): readonly MemoryNode[]
  place(path: string, node: MemoryNode): void
  unlink(path: string): void
  setAttributes(node: MemoryNode, metadata: Metadata): void
}

type Features = { -readonly [Name in keyof EndpointFeatures]: EndpointFeatures[Name] }

/** What a memory endpoint can do beyond the mandatory. */
export function memoryFeatures(endpoint: MemoryPlace, options: MemoryEndpointOptions): EndpointFeatures {
  const { tree } = endpoint

  function existing(path: string): MemoryNode {
    const node = endpoint.nodeAt(path)
    if (node === undefined) throw new BlitError('E_NOT_FOUND', `${displayPath(path)}: not found`, { path })
    return node
  }

  function existingFile(path: string): MemoryNode {
    const node = existing(path)
    if (node.type !== 'file')
      throw new BlitError('E_READ', `${displayPath(path)}: not a regular file`, { path })
    return node
  }

  const features: Features = {
    async rename(from, to, callOptions) {
      await endpoint.begin('rename', from, callOptions)
      await endpoint.begin('rename', to, callOptions)
      const node = existing(from)
      if (callOptions.keep === true && endpoint.nodeAt(to) !== undefined)
        throw new BlitError('E_WRITE', `${displayPath(to)}: something else has the name`, { path: to })
      if (endpoint.nodeAt(to) === node) return
      if (endpoint.nodeAt(to)?.type === 'directory') {
        throw new BlitError('E_WRITE', `${displayPath(to)}: a directory is in the way`, { path: to })
      }

      node.linkCount++
      endpoint.place(to, node)
      endpoint.unlink(from)
    },

    async setMetadata(path, metadata, callOptions) {
      await endpoint.begin('setMetadata', path, callOptions)
      endpoint.setAttributes(existing(path), metadata)
    },

    async readXattrs(path, callOptions) {
      await endpoint.begin('readXattrs', path, callOptions)
      return new Map(existing(path).xattrs)
    },

    async hardLink(from, to, callOptions) {
      await endpoint.begin('hardLink', from, callOptions)
      await endpoint.begin('hardLink', to, callOptions)
      const node = existingFile(from)
      if (endpoint.nodeAt(to) === node) return
      node.linkCount++
      node.ctimeNs = tree.now()
      endpoint.place(to, node)
    },

    async makeSpecial(path, entry, callOptions) {
      await endpoint.begin('makeSpecial', path, callOptions)
      const node = tree.node(entry.type, entry.mode ?? 0o644)
      node.rdev = entry.rdev ?? 0
      endpoint.place(path, node)
    },

    async space(callOptions) {
      await endpoint.begin('space', '', callOptions)
      const freeBytes = Math.max(0, tree.capacityBytes - tree.usedBytes())
      const inodes = { totalInodes: 1_000_000, freeInodes: 1_000_000 }
      return { totalBytes: tree.capacityBytes, freeBytes, availableBytes: freeBytes, ...inodes }
    },

    async identity(path, callOptions) {
      await endpoint.begin('identity', path, callOptions)
      const identity = identify(endpoint, path)
      const { salt } = callOptions
      return options.salted === true && salt !== undefined ? saltIdentity(identity, salt) : identity
    },

    async sync(callOptions: CallOptions) {
      await endpoint.begin('sync', '', callOptions)
    },
  }

  const { hash } = options
  if (hash !== undefined) {
    features.hash = async (path, _algorithm, callOptions) => {
      await endpoint.begin('hash', path, callOptions)
      return hash(existingFile(path).content)
    }
  }

  for (const name of options.without ?? []) delete features[name]
  return features
}

/** Where a path is: inode numbers of what exists, and the names of what does not yet. */
function identify(endpoint: MemoryPlace, path: string): Identity {
  const { root, tree } = endpoint
  const name = (node: MemoryNode): string => `memory:${tree.dev}:${node.ino}`
  const found = endpoint.chain(path)
  const last = found.at(-1)
  if (last !== undefined) return { self: [name(last)], ancestors: found.map((node) => name(node)) }

  const components = [...root.split('/'), ...path.split('/')].filter((component) => component !== '')
  let known = components.length
  let chain: readonly MemoryNode[] = []
  while (chain.length === 0) chain = tree.chain(components.slice(0, --known).join('/'), '', false)
  const ancestors = chain.map((node) => name(node))
  for (const missing of components.slice(known)) ancestors.push(`${ancestors.at(-1)}/${tree.fold(missing)}`)
  return { self: ancestors.slice(-1), ancestors }
}

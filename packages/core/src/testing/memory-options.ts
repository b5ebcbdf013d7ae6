import type { EndpointFeatures, EndpointLimits } from '../contract/endpoint.js'
import type { MemoryTree } from './memory-tree.js'

/** One call of an endpoint, as an {@link MemoryEndpointOptions.intercept} sees it. */
export interface MemoryCall {
  /** Name of a method or feature; `list` for each directory of a scan, `chunk` for each chunk of a read. */
  readonly method: string
  readonly path: string
  readonly tree: MemoryTree
}

export interface MemoryEndpointOptions {
  /** Where in the tree the root is; '' by default. */
  readonly root?: string
  readonly scheme?: string
  readonly label?: string
  readonly limits?: Partial<EndpointLimits>
  /** Features this endpoint shall not have. */
  readonly without?: ReadonlyArray<keyof EndpointFeatures>
  /** Whether a root, by its path in the tree, can be neither removed nor replaced. */
  readonly rootStays?: (root: string) => boolean
  /** Its identities are salted, as those of a place on another machine. */
  readonly salted?: boolean
  /** Makes the feature `hash`: what to say of a content. */
  readonly hash?: (content: Uint8Array) => string
  /** Size of the chunks of a read, and of the batches of a scan. */
  readonly chunkBytes?: number
  readonly batchEntries?: number
  /**
   * Called before everything it does. It may change the tree, wait, or reject: then the call fails with
   * that (a `list` of a directory below the scanned one becomes the failure of its batch).
   */
  readonly intercept?: (call: MemoryCall) => Promise<void> | void
}

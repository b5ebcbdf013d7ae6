import type { OpenDirectory } from '../directory/directory-access.js'

/** A directory of the destination in which things land. */
export interface Place {
  readonly directory: OpenDirectory
  /** Relative to the destination's root. */
  readonly path: string
  /**
   * Nobody sees this directory yet (it has a temp name itself), so things are made under their own
   * names at once.
   */
  readonly staged: boolean
}

import type { OpenDirectory } from '../directory/directory-access.js'

/** Where a session's file is, and where the destination's root is from there: itself (''), or a name in it. */
export interface Home {
  readonly directory: OpenDirectory
  readonly prefix: string
}

/** A temp of an interrupted run, to go on with. */
export interface Resumable {
  /** Directory it is in, relative to the root of the destination. */
  readonly directory: string
  readonly temp: string
}

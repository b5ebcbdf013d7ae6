import type { pb } from '../protocol/index.js'

/** What the destination hears and says. */
export interface DestinationLink {
  /** The next message; undefined when there is none any more. */
  readonly receive: () => Promise<pb.SourceMessage | undefined>
  /** Resolves when more may be said. */
  readonly send: (message: pb.DestinationMessage) => Promise<void>
}

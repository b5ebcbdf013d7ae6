/** The port a daemon listens on, unless told otherwise. */
export const DEFAULT_PORT = 9031

/** What docs/wire.md describes. */
export const PROTOCOL_VERSION = 1

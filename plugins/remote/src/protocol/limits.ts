/** The port a daemon listens on, unless told otherwise. */
export const DEFAULT_PORT = 9031

/** What docs/wire.md describes. */
export const PROTOCOL_VERSION = 1

/** The oldest version that is still spoken. */
export const MIN_PROTOCOL_VERSION = 1

// What follows is what docs/wire.md allows a peer at most (S11).

/** Bytes of a path, a name or a link's target. */
export const MAX_PATH_BYTES = 64 * 1024
export const MAX_PATH_PARTS = 4096
/** Bytes of one gRPC message. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024
/** Bytes of an EntryBatch, and of what streams in a ScanResponse. */
export const MAX_BATCH_MESSAGE_BYTES = 1024 * 1024
export const MAX_BATCH_ENTRIES = 65_536
/** Entries of a session. */
export const MAX_SESSION_ENTRIES = 2 ** 32 - 2
/** Indices needed and not yet landed. */
export const MAX_NEEDED = 262_144
/** Files of a client of the first plan. */
export const MAX_PLAN_FILES = 10_000
/** Paths that are listed in a header. */
export const MAX_PATH_LISTS = 65_536
/** Extended attributes of one entry. */
export const MAX_XATTR_NAMES = 1024
export const MAX_XATTR_NAME_BYTES = 255
/** Bytes of their names and values together. */
export const MAX_XATTR_BYTES = 128 * 1024
/** Bytes of attributes that come before their entries. */
export const MAX_XATTRS_AHEAD_BYTES = 64 * 1024 * 1024
/** Failures in one message. */
export const MAX_FAILURES = 4096
/** Characters of a message, a hint, a name of software. */
export const MAX_TEXT_LENGTH = 4096

/** For connecting, handshake and the first message together. */
export const CONNECT_TIMEOUT_MS = 10_000
/** Between two signs of life that keep a control stream open. */
export const KEEPALIVE_INTERVAL_MS = 20_000

/** What one end may send on a control stream, and on all of a connection, before it has to wait for the other. */
export const WINDOW_BYTES = 8 * 1024 * 1024
/** Calls of one connection at a time. */
export const MAX_CALLS = 128
/** What HTTP/2 may hold of one connection: its windows, and some. */
export const SESSION_MEMORY_MB = 64

/** Data streams of a session. */
export const MAX_STREAMS = 16

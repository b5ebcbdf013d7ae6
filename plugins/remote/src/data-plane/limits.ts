/** A larger file travels in pieces. */
export const SMALL_FILE_BYTES = 256 * 1024

/** Files of one BATCH. */
export const MAX_BATCH_FILES = 4096

/** Payload of one BATCH. */
export const MAX_BATCH_BYTES = 1024 * 1024 + 1024

/** Indices of a session: 0 to this. */
export const MAX_INDEX = 2 ** 32 - 3

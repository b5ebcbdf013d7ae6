const MIB = 1024 * 1024
/** Of all files of a session together: each is a byte of memory (S11). */
export const MAX_SESSION_PIECES = 2 ** 26
/** Of one file. */
export const MAX_PIECES = 65_536
const SMALLEST_PIECE = 8 * MIB

/** The step of a file's grid: 8 MiB, doubled until there are at most 65,536 pieces (docs/wire.md). */
export function pieceBytes(sizeBytes: number): number {
  let step = SMALLEST_PIECE
  while (sizeBytes / step > MAX_PIECES) step *= 2
  return step
}

export function pieceCount(sizeBytes: number): number {
  return Math.ceil(sizeBytes / pieceBytes(sizeBytes))
}

/** Length of the piece that begins at `offset`; undefined where none begins there. */
export function pieceLength(sizeBytes: number, offset: number): number | undefined {
  const step = pieceBytes(sizeBytes)
  if (offset % step !== 0 || offset < 0 || offset >= sizeBytes) return undefined
  return Math.min(step, sizeBytes - offset)
}

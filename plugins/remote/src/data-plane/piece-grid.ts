/** Pieces of one file, at most. */
export const MAX_PIECES = 65_536

const SMALLEST_PIECE_BYTES = 8 * 1024 * 1024

/** The step of a file's grid: 8 MiB, doubled until there are at most 65,536 pieces. */
export function pieceBytes(sizeBytes: number): number {
  let step = SMALLEST_PIECE_BYTES
  while (sizeBytes > step * MAX_PIECES) step *= 2
  return step
}

export function pieceCount(sizeBytes: number): number {
  return Math.ceil(sizeBytes / pieceBytes(sizeBytes))
}

/** Offset and length of a piece, by its number from 0. */
export function pieceAt(sizeBytes: number, piece: number): { offset: number; length: number } {
  const step = pieceBytes(sizeBytes)
  const offset = piece * step
  return { offset, length: Math.min(step, sizeBytes - offset) }
}

/** The number of the piece that is exactly there; undefined where none is. */
export function pieceNumber(sizeBytes: number, offset: number, length: number): number | undefined {
  const step = pieceBytes(sizeBytes)
  if (offset < 0 || offset >= sizeBytes || offset % step !== 0) return undefined
  return length === Math.min(step, sizeBytes - offset) ? offset / step : undefined
}

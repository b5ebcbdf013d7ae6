/** Which way the content of files goes, seen from the daemon. */
export type Direction = 'push' | 'pull'

/** What a daemon counts while it works. Cheap, and may be called from anywhere in the main thread. */
export interface Metrics {
  /** A call of the control plane ended, with a gRPC status. */
  request(method: string, status: string): void
  /** A session began; what it gives is to be called when it ended. */
  session(direction: Direction): () => void
  /** Content of files that travelled. */
  bytes(direction: Direction, count: number): void
  /** Files that arrived whole, or were sent whole. */
  files(direction: Direction, count: number): void
  /** Paths that could not be done. */
  failures(count: number): void
  /** A peer kept silent for too long, and was given up. */
  stall(): void
}

/** Counts nothing. */
export const NO_METRICS: Metrics = {
  request() {},
  session: () => () => {},
  bytes() {},
  files() {},
  failures() {},
  stall() {},
}

import { readSync } from 'node:fs'

const STDIN = 0
const CHUNK_BYTES = 65_536
const PAUSE_MS = 10

/** Everything that comes on stdin, until it ends. Throws the errno. */
export function readStdin(): Uint8Array {
  const chunks: Buffer[] = []
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    const length = readSome(chunk)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(chunk.subarray(0, length))
  }
}

// Node may have made a pipe non-blocking; then whoever writes into it need not have come so far.
function readSome(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(STDIN, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // What Windows says at the end of a pipe.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    }
  }
}

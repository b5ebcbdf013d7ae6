import type { Socket } from 'node:net'

/** Bytes by which a connection says what it is. */
export const MAGIC_BYTES = 4

/**
 * The first bytes of a connection, at least {@link MAGIC_BYTES} of them, and leaves it paused. Undefined where it ends, fails or
 * says nothing before the deadline; it is then destroyed.
 */
export function peek(socket: Socket, deadlineMs: number): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const settle = (first: Buffer | undefined): void => {
      clearTimeout(timer)
      socket.off('data', onData).off('end', onEnd).off('close', onEnd)
      if (first === undefined) socket.destroy()
      resolve(first)
    }

    const onEnd = (): void => settle(undefined)
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk)
      length += chunk.length
      if (length < MAGIC_BYTES) return
      // Whoever takes over decides when, and in which thread, the rest is read.
      socket.pause()
      settle(Buffer.concat(chunks))
    }

    const timer = setTimeout(onEnd, deadlineMs)
    socket.on('data', onData).on('end', onEnd).on('close', onEnd)
  })
}

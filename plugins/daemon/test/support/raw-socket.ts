import { connect, type Socket } from 'node:net'

/** A connection to a daemon that is no client of any kind. */
export async function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket)).once('error', reject)
  })
}

/** Resolves when the other side has hung up. */
export async function hungUp(socket: Socket): Promise<void> {
  socket.on('error', () => {
    // A reset is one way to hang up.
  })
  socket.resume()
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
}

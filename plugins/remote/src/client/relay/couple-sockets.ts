import type { Socket } from 'node:net'

/** What comes on one connection goes out on the other, no faster than that takes it; the end of either ends both. */
export function coupleSockets(from: Socket, to: Socket): void {
  for (const socket of [from, to]) {
    // Its 'close' follows; what became of the session, the control plane tells.
    socket.on('error', () => {})
  }

  to.once('close', () => from.destroy())
  from.once('close', () => {
    // What came is still delivered, unless it broke in the middle.
    if (!from.readableEnded) to.destroy()
  })
  // A destination says nothing; reading tells when it is gone.
  to.resume()
  from.pipe(to)
}

import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Between clients and a daemon: all goes through, and is counted. */
export interface CountingForwarder {
  readonly port: number
  /** Bytes that went through, in both directions. */
  carried: number
  /** Resolves when so many have. */
  reaches(bytes: number): Promise<void>
  close(): void
}

export async function startCountingForwarder(port: number): Promise<CountingForwarder> {
  const sockets = new Set<Socket>()
  let onCarried = (): void => {}
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes: Buffer) => {
        forwarder.carried += bytes.length
        onCarried()
      })
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => sockets.delete(from))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const forwarder: CountingForwarder = {
    port: (server.address() as AddressInfo).port,
    carried: 0,
    async reaches(bytes) {
      await new Promise<void>((resolve) => {
        onCarried = () => {
          if (forwarder.carried >= bytes) resolve()
        }
        onCarried()
      })
    },
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
  return forwarder
}

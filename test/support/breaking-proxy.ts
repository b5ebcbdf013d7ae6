import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Between a client and a daemon: all goes through, but of the first data connections, which break. */
export interface BreakingProxy {
  readonly port: number
  /** How many were broken. */
  readonly broken: () => number
  close(): Promise<void>
}

/** Breaks `count` data connections, each after so many bytes towards the daemon or from it. */
export async function startBreakingProxy(
  port: number,
  { afterBytes, count }: { readonly afterBytes: number; readonly count: number },
): Promise<BreakingProxy> {
  let broken = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const daemon = connect(port, '127.0.0.1')
    let moved = 0
    let isData: boolean | undefined
    for (const [from, to] of [
      [client, daemon],
      [daemon, client],
    ] as const) {
      sockets.add(from)
      from
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(from)
          to.destroy()
        })
      from.on('data', (bytes: Buffer) => {
        isData ??= bytes.toString('latin1', 0, 4) === 'BLT2'
        moved += bytes.length
        if (isData && moved > afterBytes && broken < count) {
          broken++
          client.resetAndDestroy()
          daemon.resetAndDestroy()
          return
        }

        if (!to.write(bytes)) {
          from.pause()
          to.once('drain', () => from.resume())
        }
      })
      from.on('end', () => to.end())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    broken: () => broken,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

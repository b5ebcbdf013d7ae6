import { readFile } from 'node:fs/promises'
import { ownerIn, type Ends } from './socket-table.js'

/** A table of sockets, read anew for each who asks; those who ask while it is read share the next reading. */
class SocketTable {
  private current: Promise<unknown> = Promise.resolve()
  private next: Promise<string> | undefined

  constructor(private readonly path: string) {}

  async read(): Promise<string> {
    this.next ??= this.current.then(async () => {
      this.next = undefined
      const reading = readFile(this.path, 'latin1').catch(() => '') // not Linux, or no /proc
      this.current = reading
      return reading
    })
    return this.next
  }
}

const TABLES = [new SocketTable('/proc/net/tcp'), new SocketTable('/proc/net/tcp6')]

/**
 * The user whose process is at the other end of a connection from this machine; undefined where that cannot be told. `ends` are
 * those of the peer's socket.
 */
export async function peerOwner(ends: Ends): Promise<number | undefined> {
  const owner = await lookUp(ends)
  // While a socket is closed its row may say root, once. It does not come back to life.
  return owner === 0 && (await lookUp(ends)) !== 0 ? undefined : owner
}

async function lookUp(ends: Ends): Promise<number | undefined> {
  for (const table of TABLES) {
    const owner = ownerIn(await table.read(), ends)
    if (owner !== undefined) return owner
  }

  return undefined
}

import { transfer } from '../data-plane/transfer.js'
import { compareRounds } from '../network/compare-rounds.js'
import { contenders, startServers } from '../network/contenders.js'
import { makeLargeFile } from '../trees.js'
import { remove } from '../workplace.js'

export const networkLarge = {
  id: 'P6',
  title: 'push and pull, one file of 4 GiB, new, loopback',
  run: compareRounds(async ({ folder, scale, blit, workplace }) => {
    const servers = await startServers({ blit, folder, workplace })
    const source = `${servers.module}/source.bin`
    const bytes = Math.round(4 * 2 ** 30 * scale)
    makeLargeFile(source, bytes)
    return ['push', 'pull'].map((way) => {
      const destination = way === 'push' ? `${servers.module}/copy.bin` : `${folder}/copy.bin`
      const here = way === 'push' ? source : destination
      const there = way === 'push' ? 'copy.bin' : 'source.bin'
      return {
        title: way,
        bytes,
        reset: () => remove(destination),
        source,
        destination,
        contenders: [
          ...contenders({ blit, servers, way, kind: 'file', here, there, goal: 0.6 }),
          bareLoop(source, destination, bytes),
        ],
      }
    })
  }),
}

/** What the machine can do: two processes, one connection, nothing but system calls in a loop; without their start. */
function bareLoop(source, target, bytes) {
  return {
    name: 'sendfile > recv + write',
    async run() {
      const task = { sender: 'sendfile', receiver: 'copy', hashed: false, source, target, bytes }
      const { seconds, sent, received } = await transfer(task)
      return { wallMs: seconds * 1000, cpuMs: (sent + received) * 1000, peakMiB: 0 }
    },
  }
}

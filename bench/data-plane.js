// What one data connection carries, by the ways that bytes can go between a socket and a file; why blit goes which way
// is in docs/decisions/data-plane-io.md. `node bench/data-plane.js [MIB] [ROUNDS]`, after a build.
import { cpus } from 'node:os'
import process from 'node:process'
import { transfer } from './data-plane/transfer.js'
import { median } from './statistics.js'
import { makeLargeFile } from './trees.js'
import { openWorkplace, remove } from './workplace.js'

const [mib = 1024, rounds = 7] = process.argv.slice(2).map(Number)
const GIGABYTES = (mib * 2 ** 20) / 1e9

/** The sender's way, the receiver's, and whether both hash. */
const PAIRS = [
  ['sendfile', 'copy', false],
  ['sendfile', 'splice', false],
  ['copy', 'copy', false],
  ['copy', 'splice', false],
  ['blit', 'blit', false],
  ['copy', 'copy', true],
  ['copy', 'splice', true],
  ['sendfile', 'copy', true],
  ['sendfile', 'splice', true],
  ['blit', 'blit', true],
  ['blit by streams', 'blit by streams', false],
  ['blit by streams', 'blit by streams', true],
]

const workplace = openWorkplace({ keep: false })
try {
  const source = `${workplace.folder}/source.bin`
  const target = `${workplace.folder}/target.bin`
  makeLargeFile(source, mib * 2 ** 20)
  const results = PAIRS.map(() => [])
  // each once in a round, so that a busy minute hits all alike
  for (let round = 0; round < rounds; round++)
    for (const [number, pair] of PAIRS.entries()) {
      const [sender, receiver, hashed] = pair
      results[number].push(await transfer({ sender, receiver, hashed, source, target, bytes: mib * 2 ** 20 }))
      remove(target)
    }

  console.log(
    `${cpus().length} x ${cpus()[0]?.model}, node ${process.version}, ${mib} MiB, ${rounds} rounds\n`,
  )
  console.log(
    '| sender | receiver | hashed | GB/s, median | best | CPU s/GB, median | least | sender | receiver |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const [number, [sender, receiver, hashed]] of PAIRS.entries()) {
    const runs = results[number]
    const rates = runs.map(({ seconds }) => GIGABYTES / seconds)
    const costs = runs.map(({ sent, received }) => (sent + received) / GIGABYTES)
    const cells = [
      median(rates),
      Math.max(...rates),
      median(costs),
      Math.min(...costs),
      median(runs.map(({ sent }) => sent / GIGABYTES)),
      median(runs.map(({ received }) => received / GIGABYTES)),
    ].map((value) => value.toFixed(2))
    console.log(`| ${[sender, receiver, hashed ? 'yes' : 'no', ...cells].join(' | ')} |`)
  }
} finally {
  workplace.close()
}

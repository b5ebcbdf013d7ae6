// What one data connection carries, by the ways that bytes can go between a socket and a file; why blit goes which way
// is in docs/decisions/data-plane-io.md. `node bench/data-plane.js [MIB] [ROUNDS]`, after a build.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
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
      results[number].push(await run(pair, source, target))
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

/** One transfer between two processes; seconds of wall time, and of processor time at each end. */
async function run([sender, receiver, hashed], source, target) {
  const accepting = start({ role: 'receive', way: receiver, hashed, path: target, bytes: mib * 2 ** 20 })
  const [{ port }] = await once(accepting, 'message')
  const dialling = start({ role: 'send', way: sender, hashed, path: source, bytes: mib * 2 ** 20, port })
  const [[sent], [received]] = await Promise.all([once(dialling, 'message'), once(accepting, 'message')])
  return { seconds: received.seconds, sent: sent.cpuSeconds, received: received.cpuSeconds }
}

function start(task) {
  const env = { ...process.env, ...(task.way === 'blit by streams' ? { BLIT_NO_NATIVE: '1' } : {}) }
  const child = fork(fileURLToPath(new URL('data-plane/end.js', import.meta.url)), [JSON.stringify(task)], {
    env,
  })
  child.once('exit', (code) => {
    if (code === 0) return
    console.error(`${JSON.stringify(task)} ended with ${code}`)
    process.exit(1)
  })
  return child
}

// `npm start -- ARGS` runs `blit ARGS`; `npm start` alone mirrors a sample tree, pushes it to a daemon and pulls it back.
// On a fresh clone both install and build first. What they say about that goes to stderr.
import process from 'node:process'
import { buildAll } from './lib/build-all.js'
import { ensureInstalled } from './lib/install.js'
import { ROOT } from './lib/project.js'
import { runNode } from './lib/spawn.js'

const ready = (await ensureInstalled()) && (await buildAll({ stdio: ['ignore', 2, 2] }))
const args = process.argv.slice(2)
if (!ready) process.exitCode = 1
else if (args.length > 0) {
  process.exitCode = await runNode([`${ROOT}/bin/run.js`, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
} else {
  const { demonstrate } = await import('./lib/demonstrate.js')
  process.exitCode = await demonstrate()
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ROOT } from '../project.js'
import { cliReference } from './cli-reference.js'
import { configReference } from './config-reference.js'
import { errorTable } from './error-table.js'
import { replaceRegion } from './regions.js'

/** Pages of which a part is made, and what makes it. */
const MADE = [
  { path: 'docs/cli.md', region: 'commands', make: cliReference },
  { path: 'docs/daemon.md', region: 'config', make: configReference },
  { path: 'docs/exit-codes.md', region: 'errors', make: errorTable },
]

/** These pages as they should be. @returns {Promise<Array<{ path: string, text: string }>>} */
export async function makePages() {
  return Promise.all(
    MADE.map(async ({ path, region, make }) => {
      const file = join(ROOT, path)
      const text = replaceRegion(readFileSync(file, 'utf8'), region, await make())
      return { path, text: await format(text, { ...(await resolveConfig(file)), filepath: file }) }
    }),
  )
}

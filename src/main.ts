import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printError, rawArgv, run, settings, silentExit, toBlitError } from '@blit/core/command'
import type { Plugin } from '@oclif/core/interfaces'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs one command line. Resolves when all is done; the exit code is in `process.exitCode`. What the commands of
 * blit refuse they report themselves; here is what happens before one is found, and in commands of others.
 */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    settings.enableAutoTranspile = false
    const line = rawArgv(argv)
    const pjson = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as Plugin['pjson']
    await run(await prepare(line, pjson), { root: ROOT, pjson })
  } catch (thrown) {
    const exit = silentExit(thrown)
    process.exitCode = exit ?? report(thrown, argv.includes('--json'))
  }
}

/** `blit plugins` needs its operands spelled otherwise than people do. */
async function prepare(line: string[], pjson: Plugin['pjson']): Promise<string[]> {
  if (!/^plugins\b/.test(line[0] ?? '')) return line
  const { preparePluginsLine } = await import('./plugins/prepare-line.js')
  return preparePluginsLine(line, pjson.oclif.aliases ?? {})
}

function report(thrown: unknown, json: boolean): number {
  const error = toBlitError(thrown)
  printError(error, json)
  return error.exit
}

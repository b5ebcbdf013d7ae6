import { readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { printError, rawArgv, run, settings, silentExit, toBlitError } from '@blit/core/command'
import type { Plugin } from '@oclif/core/interfaces'
import { installLastResort } from './last-resort.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OWN_COMMANDS: ReadonlySet<string> = new Set(['copy', 'list', 'ls', 'mirror', 'move', 'purge'])
const HELP: ReadonlySet<string> = new Set(['--help', '-h'])

/**
 * Runs one command line. Resolves when all is done; the exit code is in `process.exitCode`. What the commands of
 * blit refuse they report themselves; here is what happens before one is found, and in commands of others.
 */
export async function main(argv: readonly string[]): Promise<void> {
  const json = argv.includes('--json')
  const done = installLastResort(json)
  try {
    settings.enableAutoTranspile = false
    settleUser()
    const line = rawArgv(argv)
    const pjson = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as Plugin['pjson']
    await run(await prepare(line, pjson), { root: ROOT, pjson: forVerb(line, pjson) })
  } catch (thrown) {
    const exit = silentExit(thrown)
    process.exitCode = exit ?? report(await explain(thrown, argv), json)
  } finally {
    done()
  }
}

/** oclif asks for the user's home and shell, and fails for a user that the machine does not know, as in containers. */
function settleUser(): void {
  try {
    homedir()
  } catch {
    process.env['HOME'] = '/'
  }

  try {
    userInfo()
  } catch {
    process.env['SHELL'] ??= 'unknown'
  }
}

/**
 * What oclif has to know for a command of the host itself: of the plugins that come along, only those that may bring
 * transports, and no hook for unknown commands. Loading the others takes a fifth of the time to start.
 */
function forVerb(line: readonly string[], pjson: Plugin['pjson']): Plugin['pjson'] {
  if (!OWN_COMMANDS.has(line[0] ?? '') || line.some((argument) => HELP.has(argument))) return pjson
  const plugins = pjson.oclif.plugins?.filter((name) => !name.startsWith('@oclif/')) ?? []
  const dependencies = Object.fromEntries(plugins.map((name) => [name, '*']))
  return { ...pjson, dependencies, oclif: { ...pjson.oclif, plugins, hooks: {} } }
}

/** `blit plugins` needs its operands spelled otherwise than people do. */
async function prepare(line: string[], pjson: Plugin['pjson']): Promise<string[]> {
  if (!isPlugins(line)) return line
  const { preparePluginsLine } = await import('./plugins/prepare-line.js')
  return preparePluginsLine(line, pjson.oclif.aliases ?? {})
}

async function explain(thrown: unknown, argv: readonly string[]): Promise<unknown> {
  const { explainDataFailure } = await import('./plugins/explain-data-failure.js')
  const failure = explainDataFailure(thrown)
  if (failure !== undefined) return failure
  if (!isPlugins(argv)) return thrown
  const { explainPluginsFailure } = await import('./plugins/explain-failure.js')
  return explainPluginsFailure(thrown, process.env['BLIT_NPM_REGISTRY'])
}

function isPlugins(argv: readonly string[]): boolean {
  return /^plugins\b/.test(argv[0] ?? '')
}

function report(thrown: unknown, json: boolean): number {
  const error = toBlitError(thrown)
  printError(error, json)
  return error.exit
}

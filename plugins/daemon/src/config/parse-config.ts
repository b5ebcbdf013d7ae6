import { parse, TomlError } from 'smol-toml'
import { z } from 'zod'
import { BlitError, displayPath } from '@blit/core'
import {
  DAEMON_KEYS,
  MODULE_KEYS,
  type ConfigKey,
  type DaemonConfig,
  type ModuleConfig,
} from './config-keys.js'
import { lineOfKey, type KeyPath } from './key-lines.js'

/** What a config file says; what it leaves out is absent. */
export interface ConfigFile {
  readonly daemon: Partial<DaemonConfig>
  readonly modules: ReadonlyArray<Pick<ModuleConfig, 'name' | 'path'> & Partial<ModuleConfig>>
  /** File and line of a key, for messages. */
  readonly where: (key: KeyPath) => string
}

type Keys = Readonly<Record<string, ConfigKey<unknown>>>

const schema = z.strictObject({
  daemon: tableOf(DAEMON_KEYS).optional(),
  module: z.array(tableOf(MODULE_KEYS)).optional(),
})

/**
 * Reads a config. Rejects with `E_CONFIG` for what is no TOML, unknown keys and bad values: file, line and remedy are
 * in the error. `path` is for messages.
 */
export function parseConfig(text: string, path: string): ConfigFile {
  const document = parseToml(text, path)
  const { data, error } = schema.safeParse(document)
  if (error === undefined) {
    const found = data as { daemon?: ConfigFile['daemon']; module?: ConfigFile['modules'] }
    return {
      daemon: found.daemon ?? {},
      modules: found.module ?? [],
      where: (key) => whereIs(path, lineOfKey(text, key)),
    }
  }

  const found = error.issues
    .flatMap((issue) => explain(issue))
    .map((problem) => ({ ...problem, line: lineOfKey(text, problem.key) }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const [first] = found
  const more = found.length > 1 ? `, and ${found.length - 1} more` : ''
  throw wrong(path, first?.line, `${first?.what ?? 'it is not a config'}${more}`, first?.hint)
}

function tableOf(keys: Keys): z.ZodType {
  const shape = Object.entries(keys).map(([name, { preset, schema: value }]) => [
    name,
    preset === undefined ? value : value.optional(),
  ])
  return z.strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>)
}

function parseToml(text: string, path: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [said = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n')
    throw wrong(path, error.line, `it is not TOML: ${said}`, 'write key = value; texts go in quotes')
  }
}

interface Problem {
  readonly key: KeyPath
  readonly what: string
  readonly hint?: string
}

function explain(issue: z.core.$ZodIssue): Problem[] {
  const key = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      key: [...key, name],
      what: `unknown key ${displayPath(name)}`,
      hint: knownAt(key),
    }))
  const name = String(key.at(-1) ?? '')
  const rule = rulesAt(key.slice(0, -1))?.[name]
  if (rule === undefined) return [{ key, what: `${name} has to be a table`, hint: `write ${tableAt(key)}` }]
  const hint = `write for example ${name} = ${rule.example}`
  return [{ key, what: `${name} has to be ${rule.expected}`, hint }]
}

function rulesAt([table]: KeyPath): Keys | undefined {
  return table === 'daemon' ? DAEMON_KEYS : table === 'module' ? MODULE_KEYS : undefined
}

function knownAt(key: KeyPath): string {
  const rules = rulesAt(key)
  return rules === undefined
    ? 'there are the tables [daemon] and [[module]]'
    : `${tableAt(key)} takes ${Object.keys(rules).join(', ')}`
}

function tableAt([table]: KeyPath): string {
  return table === 'module' ? '[[module]]' : '[daemon]'
}

function wrong(path: string, line: number | undefined, what: string, hint: string | undefined): BlitError {
  return new BlitError('E_CONFIG', `${whereIs(path, line)}: ${displayPath(what)}`, { path, hint })
}

function whereIs(path: string, line: number | undefined): string {
  return line === undefined ? displayPath(path) : `${displayPath(path)}, line ${line}`
}

import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { BlitError, displayPath, toFsPath } from '@blit/core'
import {
  DAEMON_KEYS,
  MODULE_KEYS,
  type ConfigKey,
  type DaemonConfig,
  type ModuleConfig,
} from './config-keys.js'
import { parseModuleFlag } from './module-flag.js'
import { parseConfig, type ConfigFile } from './parse-config.js'
import { readTrustedFile } from './read-trusted-file.js'

/** Everything a daemon is told. */
export interface Settings extends DaemonConfig {
  /** By name, in the order given. */
  readonly modules: ReadonlyMap<string, ModuleSettings>
  /** Talk in clear beyond loopback. */
  readonly insecure: boolean
}

/** A module; its path is absolute. */
export type ModuleSettings = ModuleConfig

/** What the command line says. */
export interface SettingsRequest {
  /** The config file. */
  readonly config?: string | undefined
  /** Read where no config and no module was named, if it is there. */
  readonly defaultConfig: string
  /** `NAME=PATH[:ro]` each, byte strings. */
  readonly modules: readonly string[]
  readonly bind?: string | undefined
  readonly port?: number | undefined
  readonly insecure: boolean
}

/** Config file and flags as one; flags win. Rejects with `E_CONFIG` or `E_USAGE`, exit 2. */
export function readSettings(request: SettingsRequest): Settings {
  const file = configPath(request)
  const config: ConfigFile | undefined =
    file === undefined ? undefined : parseConfig(readTrustedFile(file), file)
  const base = file === undefined ? '.' : dirname(file)
  const modules: NamedModule[] = [
    ...(config?.modules ?? []).map((one, index) => ({
      module: { ...one, path: resolvePath(base, one.path) },
      where: (key: 'name' | 'path') => `${config?.where(['module', index, key])}: `,
    })),
    ...request.modules
      .map((text) => parseModuleFlag(text))
      .map((one) => ({ module: { ...one, path: resolvePath('.', one.path) }, where: () => '' })),
  ]
  return {
    ...presetsOf(DAEMON_KEYS),
    ...config?.daemon,
    ...(request.bind !== undefined && { bind: checkBind(request.bind) }),
    ...(request.port !== undefined && { port: request.port }),
    modules: namedModules(modules, file),
    insecure: request.insecure,
  } as Settings
}

function configPath({ config, defaultConfig, modules }: SettingsRequest): string | undefined {
  if (config !== undefined) return config
  const found =
    modules.length === 0 && statSync(toFsPath(defaultConfig), { throwIfNoEntry: false }) !== undefined
  return found ? defaultConfig : undefined
}

function checkBind(bind: string): string {
  if (DAEMON_KEYS.bind.schema.safeParse(bind).success) return bind
  throw new BlitError('E_USAGE', `--bind ${displayPath(bind)}: it has to be ${DAEMON_KEYS.bind.expected}`, {
    hint: 'write for example --bind 127.0.0.1, or --bind ::1',
  })
}

interface NamedModule {
  readonly module: Partial<ModuleConfig> & Pick<ModuleConfig, 'name' | 'path'>
  /** Begins a message; empty for one of the command line. */
  readonly where: (key: 'name' | 'path') => string
}

function namedModules(
  modules: readonly NamedModule[],
  file: string | undefined,
): Map<string, ModuleSettings> {
  if (modules.length === 0) {
    throw new BlitError(
      'E_CONFIG',
      file === undefined ? 'there are no modules' : `${displayPath(file)}: there are no modules`,
      {
        hint: 'name a directory with --module NAME=PATH, or a config with --config; `blit daemon init` writes an example',
      },
    )
  }

  const named = new Map<string, ModuleSettings>()
  for (const { module, where } of modules) {
    if (named.has(module.name))
      throw new BlitError('E_CONFIG', `${where('name')}two modules are called ${module.name}`, {
        hint: 'rename one',
      })
    checkDirectory(module, where('path'))
    named.set(module.name, { ...presetsOf(MODULE_KEYS), ...module } as ModuleSettings)
  }

  return named
}

/** Also what exists may be away later; but then it was there when it was set up. */
function checkDirectory({ name, path }: NamedModule['module'], where: string): void {
  let problem: string | undefined
  try {
    if (!statSync(toFsPath(path)).isDirectory()) problem = 'is not a directory'
  } catch (error) {
    problem = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be reached'
  }

  if (problem !== undefined)
    throw new BlitError('E_CONFIG', `${where}module ${name}: '${displayPath(path)}' ${problem}`, {
      path,
      hint: 'make the directory, or correct the path',
    })
}

/** `path.resolve` folds '..' by spelling; the kernel then resolves what is left. */
function resolvePath(base: string, path: string): string {
  return resolve(base, path)
}

function presetsOf(keys: Readonly<Record<string, ConfigKey<unknown>>>): Record<string, unknown> {
  const withPreset = Object.entries(keys).filter(([, { preset }]) => preset !== undefined)
  return Object.fromEntries(withPreset.map(([name, { preset }]) => [name, preset]))
}

import { isIP } from 'node:net'
import { z } from 'zod'
import { DEFAULT_PORT } from '@blit/remote'
import { isLoopback, parseAddress } from '../listen/address.js'

/** One key of the config: what it takes, and how it is explained. */
export interface ConfigKey<T> {
  readonly schema: z.ZodType<T>
  /** Absent: the key has to be there. */
  readonly preset?: T
  /** Completes "has to be ...". */
  readonly expected: string
  /** As it is written in TOML. */
  readonly example: string
  readonly about: string
}

/** `[daemon]`. */
export interface DaemonConfig {
  readonly bind: string
  readonly port: number
  readonly log_level: LogLevel
  readonly metrics: string
  readonly max_connections: number
  readonly max_unauthenticated: number
  readonly max_sessions: number
  readonly max_streams: number
  readonly handshake_seconds: number
}

/** `[[module]]`. */
export interface ModuleConfig {
  readonly name: string
  readonly path: string
  readonly read_only: boolean
  readonly comment: string
  readonly allow_owner: boolean
  readonly allow_setuid: boolean
  readonly allow_devices: boolean
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const MODULE_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/
const MAX_COMMENT = 200

/** Whether this can be the name of a module: it stands between two '/' of a URL, and in logs. */
export function isModuleName(name: string): boolean {
  return MODULE_NAME.test(name)
}

export const MODULE_NAME_RULE = 'letters, digits, _ . and -, at most 64, and not . or - at the beginning'

const count = (preset: number, min: number, max: number, about: string): ConfigKey<number> => ({
  schema: z.int().min(min).max(max),
  preset,
  expected: `a whole number from ${min} to ${max}`,
  example: String(preset),
  about,
})

const flag = (about: string): ConfigKey<boolean> => ({
  schema: z.boolean(),
  preset: false,
  expected: 'true or false',
  example: 'true',
  about,
})

/** Keys of `[daemon]`, in the order of the documentation. */
export const DAEMON_KEYS: { readonly [K in keyof DaemonConfig]: ConfigKey<DaemonConfig[K]> } = {
  bind: {
    schema: z.string().refine((text) => isIP(text) !== 0),
    preset: '127.0.0.1',
    expected: 'an IP address',
    example: '"127.0.0.1"',
    about: 'the address to listen on; `0.0.0.0` and `::` are all of the machine',
  },
  port: count(DEFAULT_PORT, 0, 65_535, 'the port for everything; 0 picks a free one'),
  log_level: {
    schema: z.enum(LOG_LEVELS),
    preset: 'info',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    example: '"info"',
    about: 'what is logged, and everything graver',
  },
  metrics: {
    schema: z.string().refine((text) => text === '' || isLoopback(parseAddress(text)?.host ?? '')),
    preset: '',
    expected: 'a loopback address with a port, such as 127.0.0.1:9032',
    example: '"127.0.0.1:9032"',
    about: 'where Prometheus finds `/metrics`, on loopback only; empty is nowhere',
  },
  max_connections: count(512, 1, 65_536, 'connections at a time, of both planes'),
  max_unauthenticated: count(64, 1, 65_536, 'of these, connections that have not said yet what they want'),
  max_sessions: count(64, 1, 4096, 'pushes and pulls at a time'),
  max_streams: count(16, 1, 16, 'data connections of one push or pull'),
  handshake_seconds: count(10, 1, 60, 'how long a new connection may take to say what it wants'),
}

/** Keys of `[[module]]`, in the order of the documentation. */
export const MODULE_KEYS: { readonly [K in keyof ModuleConfig]: ConfigKey<ModuleConfig[K]> } = {
  name: {
    schema: z.string().refine((name) => isModuleName(name)),
    expected: MODULE_NAME_RULE,
    example: '"backup"',
    about: `what it is called in \`blit://host/NAME\`: ${MODULE_NAME_RULE}`,
  },
  path: {
    schema: z.string().refine((path) => path !== '' && !path.includes('\0')),
    expected: 'the path of a directory',
    example: '"/srv/backup"',
    about: 'the directory; a relative one is relative to the config file',
  },
  read_only: flag('refuse every change'),
  comment: {
    schema: z.string().max(MAX_COMMENT),
    preset: '',
    expected: `a text of at most ${MAX_COMMENT} characters`,
    example: '"nightly backups"',
    about: 'what `blit modules` says of it',
  },
  allow_owner: flag('let clients choose owner and group'),
  allow_setuid: flag('let clients set setuid, setgid and sticky bits, and attributes that give privileges'),
  allow_devices: flag('let clients make device nodes'),
}

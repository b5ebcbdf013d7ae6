import { EXIT } from './exit-codes.js'

export interface CatalogueEntry {
  readonly exit: number
  readonly hint?: string
  readonly retry?: boolean
  readonly fatal?: boolean
}

// Every error blit can report: its code, the exit code it leads to when it ends a command, and the remedy.
const ENTRIES = {
  E_UNEXPECTED: { exit: EXIT.unexpected, hint: 'this is a bug in blit; please report it', fatal: true },
  E_USAGE: { exit: EXIT.usage, hint: 'see `blit help`', fatal: true },
  E_CONFIG: { exit: EXIT.usage, fatal: true },
  E_BIND: { exit: EXIT.usage, hint: 'choose another address or port', fatal: true },
  E_BAD_NAME: { exit: EXIT.partial, hint: 'rename it at the source' },
  E_NAME_TOO_LONG: {
    exit: EXIT.partial,
    hint: 'the destination cannot hold a name this long: shorten it at the source',
  },
  E_NAME_COLLISION: {
    exit: EXIT.partial,
    hint: 'two names of the source are one name at the destination: rename one',
  },
  E_SOURCE_MISSING: { exit: EXIT.source, hint: 'check the path', fatal: true },
  E_NO_MODULE: { exit: EXIT.source, hint: 'see what there is with `blit modules HOST`', fatal: true },
  E_SOURCE_UNREADABLE: { exit: EXIT.source, hint: 'check its permissions', fatal: true },
  E_NOT_FOUND: { exit: EXIT.partial },
  E_READ: { exit: EXIT.partial },
  E_SCAN: { exit: EXIT.partial, hint: 'check the permissions of the directory' },
  E_CHANGED: { exit: EXIT.partial, hint: 'it is being written to: run again when it is quiet', retry: true },
  E_NOT_EMPTY: { exit: EXIT.partial, hint: 'a directory with content is replaced by a file only by mirror' },
  E_SPECIAL: { exit: EXIT.partial, hint: 'devices can be made only by root' },
  E_WRITE: { exit: EXIT.partial },
  E_METADATA: { exit: EXIT.partial },
  E_DELETE: { exit: EXIT.partial },
  E_DESTINATION: {
    exit: EXIT.destination,
    hint: 'check that the destination exists and may be written',
    fatal: true,
  },
  E_READ_ONLY: {
    exit: EXIT.destination,
    hint: 'mount it writable or choose another destination',
    fatal: true,
  },
  E_NO_SPACE: {
    exit: EXIT.destination,
    hint: 'free some space at the destination and run again',
    fatal: true,
  },
  E_IO: {
    exit: EXIT.destination,
    hint: 'the device reports an error: check it before trusting it',
    fatal: true,
  },
  E_DIFFER: { exit: EXIT.differ },
  E_DECLINED: { exit: EXIT.declined, hint: 'pass --yes to answer yes beforehand', fatal: true },
  E_MAX_DELETE: { exit: EXIT.guard, hint: 'raise --max-delete if that is what you want', fatal: true },
  E_INCOMPLETE: {
    exit: EXIT.guard,
    hint: 'mend the failures and run again',
    fatal: true,
  },
  E_EMPTY_SOURCE: {
    exit: EXIT.guard,
    hint: 'pass --allow-empty-source if the destination shall be emptied',
    fatal: true,
  },
  E_OVERLAP: { exit: EXIT.guard, hint: 'choose trees that do not contain each other', fatal: true },
  E_NO_PLUGIN: { exit: EXIT.plugin, fatal: true },
  E_PLUGIN_VERSION: { exit: EXIT.plugin, fatal: true },
  E_VERSION: { exit: EXIT.plugin, hint: 'upgrade blit on the older side', fatal: true },
  E_PROTOCOL: {
    exit: EXIT.unreachable,
    hint: 'is the other side blit, of a version that fits?',
    fatal: true,
  },
  E_UNREACHABLE: { exit: EXIT.unreachable, retry: true, fatal: true },
  E_UNAUTHORISED: { exit: EXIT.unauthorised, fatal: true },
  E_INTERRUPTED: { exit: EXIT.sigint, hint: 'run the same command again to go on', fatal: true },
} as const satisfies Record<string, CatalogueEntry>

/** A code of the catalogue. */
export type ErrorCode = keyof typeof ENTRIES

export const CATALOGUE: Readonly<Record<ErrorCode, CatalogueEntry>> = ENTRIES

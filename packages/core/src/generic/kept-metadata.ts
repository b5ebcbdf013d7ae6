import { keptModeBits } from '../compare/compare.js'
import type { Endpoint, Metadata } from '../contract/endpoint.js'
import type { Entry } from '../model/entry.js'
import type { PreserveRules } from '../model/transfer-options.js'
import type { TransferState } from './transfer-state.js'

type Xattrs = ReadonlyMap<string, Uint8Array>

const ACLS: ReadonlySet<string> = new Set(['system.posix_acl_access', 'system.posix_acl_default'])

/** Mode, times and owner of an entry, as far as the rules keep them. */
export function keptMetadata(entry: Entry, preserve: PreserveRules): Metadata {
  return {
    mtimeNs: entry.mtimeNs,
    ...(entry.mode !== undefined && { mode: entry.mode & keptModeBits(preserve) }),
    ...(preserve.owner && entry.uid !== undefined && { uid: entry.uid }),
    ...(preserve.owner && entry.gid !== undefined && { gid: entry.gid }),
  }
}

/** The same, with the extended attributes that are kept, read from the source. */
export async function fullMetadata(
  state: TransferState,
  sourcePath: string,
  entry: Entry,
): Promise<Metadata> {
  const metadata = keptMetadata(entry, state.options.preserve)
  const xattrs = await keptXattrs(state, state.source, sourcePath)
  return xattrs === undefined ? metadata : { ...metadata, xattrs }
}

/** Whether the kept extended attributes of two existing files or directories differ. */
export async function xattrsDiffer(
  state: TransferState,
  sourcePath: string,
  destinationPath: string,
): Promise<boolean> {
  const [ours, theirs] = await Promise.all([
    keptXattrs(state, state.source, sourcePath),
    keptXattrs(state, state.destination, destinationPath),
  ])
  if (ours === undefined || theirs === undefined) return false
  return ours.size !== theirs.size || [...ours].some(([name, value]) => !sameBytes(value, theirs.get(name)))
}

/** Undefined where they are not kept, or one side has none. */
async function keptXattrs(
  state: TransferState,
  endpoint: Endpoint,
  path: string,
): Promise<Xattrs | undefined> {
  const { preserve } = state.options
  if (!preserve.xattrs && !preserve.acls) return undefined
  if (state.source.features.readXattrs === undefined || state.destination.features.readXattrs === undefined)
    return undefined
  const all =
    (await endpoint.features.readXattrs?.(path, { signal: state.signal })) ?? new Map<string, Uint8Array>()
  return new Map([...all].filter(([name]) => isKept(name, preserve)))
}

function isKept(name: string, preserve: PreserveRules): boolean {
  if (ACLS.has(name)) return preserve.acls
  // Labels of a security module are the machine's own, not the file's.
  return (
    preserve.xattrs && !name.startsWith('system.') && name !== 'security.selinux' && name !== 'security.ima'
  )
}

function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0
}

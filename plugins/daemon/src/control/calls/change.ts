import { BlitError, displayPath, fromBytes, joinPath, type Endpoint, type EndpointFeatures } from '@blit/core'
import { checkWirePath, decodeEntry, decodePlace, decodeTime, pb } from '@blit/remote/protocol'
import type { CallContext } from '../handlers.js'
import type { OpenModule, Serving } from '../serving.js'
import { metadataOf } from './metadata-of.js'
import { checkMetadata, checkSpecial } from './privileges.js'

const MAX_TARGET_BYTES = 64 * 1024

/** Makes one change. A module's root can be neither removed nor replaced, and keeps its mode, times and owner. */
export async function answerChange(
  request: pb.ChangeRequest,
  serving: Serving,
  { signal }: CallContext,
): Promise<pb.ChangeResponse> {
  const { module, path } = decodePlace(request.getPlace())
  await serving.within(module, 'change', signal, async (opened) => change(request, path, opened, signal))
  return new pb.ChangeResponse()
}

async function change(
  request: pb.ChangeRequest,
  path: string,
  { endpoint, settings }: OpenModule,
  signal: AbortSignal,
): Promise<void> {
  const {
    CHANGE_NOT_SET,
    MAKE_DIRECTORY,
    MAKE_HARD_LINK,
    MAKE_SPECIAL,
    MAKE_SYMLINK,
    REMOVE,
    RENAME,
    SET_METADATA,
    SYNC,
  } = pb.ChangeRequest.ChangeCase
  const arm = request.getChangeCase()
  if (path === '' && arm !== MAKE_DIRECTORY && arm !== SET_METADATA && arm !== SYNC && arm !== CHANGE_NOT_SET)
    throw new BlitError('E_USAGE', "a module's root stays what it is", { hint: 'name something in it' })
  switch (arm) {
    case MAKE_DIRECTORY:
      return makeDirectory(endpoint, path, request.getMakeDirectory()?.getParents() === true, signal)
    case MAKE_SYMLINK:
      return makeSymlink(endpoint, path, request.getMakeSymlink() ?? new pb.MakeSymlink(), signal)
    case REMOVE: {
      const expect = request.getRemove()?.getExpect()
      return endpoint.remove(path, { signal, ...(expect !== undefined && { expect: decodeEntry(expect) }) })
    }

    case RENAME: {
      const to = namedPath(request.getRename()?.getTo_asU8())
      const keep = request.getRename()?.getKeep() === true
      return feature(endpoint, 'rename')(path, to, { signal, keep })
    }

    case SET_METADATA: {
      const metadata = metadataOf(request.getSetMetadata() ?? new pb.SetMetadata())
      checkMetadata(metadata, settings, path)
      return path === '' ? undefined : feature(endpoint, 'setMetadata')(path, metadata, { signal })
    }

    case MAKE_HARD_LINK: {
      const existing = namedPath(request.getMakeHardLink()?.getExisting_asU8())
      return feature(endpoint, 'hardLink')(existing, path, { signal })
    }

    case MAKE_SPECIAL: {
      const sent = request.getMakeSpecial()?.getEntry()
      if (sent === undefined) throw new BlitError('E_PROTOCOL', 'the change does not say what to make')
      const entry = decodeEntry(sent)
      checkSpecial(entry, settings, path)
      return feature(endpoint, 'makeSpecial')(path, entry, { signal })
    }

    case SYNC:
      return feature(endpoint, 'sync')({ signal })
    default:
      throw new BlitError('E_PROTOCOL', 'the call names no change that this daemon knows')
  }
}

async function makeDirectory(
  endpoint: Endpoint,
  path: string,
  parents: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (path === '') return
  const parts = path.split('/')
  for (let depth = parents ? 1 : parts.length; depth < parts.length; depth++) {
    const above = parts.slice(0, depth).join('/')
    const there = await endpoint.stat(above, { signal })
    if (there === undefined) await endpoint.mkdir(above, { signal })
    else if (there.type !== 'directory')
      throw new BlitError('E_WRITE', `${displayPath(above)}: it is no directory`, { path: above })
  }

  await endpoint.mkdir(path, { signal })
}

async function makeSymlink(
  endpoint: Endpoint,
  path: string,
  message: pb.MakeSymlink,
  signal: AbortSignal,
): Promise<void> {
  const target = message.getTarget_asU8()
  if (target.length === 0 || target.length > MAX_TARGET_BYTES || target.includes(0))
    throw new BlitError('E_PROTOCOL', 'the target of a symlink is empty, too long or holds a NUL')
  await endpoint.symlink(path, fromBytes(target), {
    signal,
    ...(message.hasMtimeSeconds() && {
      mtimeNs: decodeTime(message.getMtimeSeconds(), message.getMtimeNanos()),
    }),
  })
}

/** Another path of the same module, which cannot be its root. */
function namedPath(bytes: Uint8Array | undefined): string {
  const path = checkWirePath(bytes ?? new Uint8Array())
  if (path === '') throw new BlitError('E_USAGE', "a module's root stays what it is")
  return joinPath('', path)
}

function feature<K extends keyof EndpointFeatures>(
  endpoint: Endpoint,
  name: K,
): NonNullable<EndpointFeatures[K]> {
  const found = endpoint.features[name]
  if (found === undefined) throw new BlitError('E_WRITE', `this daemon cannot do this (${name})`)
  return found
}

import {
  BlitError,
  displayPath,
  fromBytes,
  type CallOptions,
  type EndpointFeatures,
  type Identity,
} from '@blit/core'
import { randomBytes } from 'node:crypto'
import { BlitService, pb, protocolError, safeNumber } from '../protocol/index.js'
import { makeHardLink, makeSpecial, rename, setMetadata, sync, type ChangeOf } from './changes.js'
import type { HashStream } from './hash-stream.js'
import { purgeRemote } from './purge-remote.js'
import type { RemotePlace } from './remote-place.js'

/** Mounts below a place, and mounts below those: no more than this deep. */
const MAX_MOUNT_DEPTH = 8

export interface RemoteFeaturesOptions {
  readonly place: RemotePlace
  readonly hashes: HashStream
  readonly change: (path: string, change: ChangeOf, options: CallOptions) => Promise<void>
}

/** What a daemon can do beyond the mandatory. */
export function remoteFeatures({ place, hashes, change }: RemoteFeaturesOptions): EndpointFeatures {
  const ownSalt = randomBytes(32)
  return {
    hash: async (path, algorithm, options) => hashes.hash(path, algorithm, options),
    rename: async (from, to, options) => change(from, rename(place.bytesOf(to), options.keep), options),
    setMetadata: async (path, metadata, options) => change(path, setMetadata(metadata), options),
    hardLink: async (existing, path, options) => change(path, makeHardLink(place.bytesOf(existing)), options),
    makeSpecial: async (path, entry, options) => change(path, makeSpecial(entry), options),
    sync: async (options) => change('', sync(), options),
    space: async (options) => {
      place.begin(options)
      const answer = await place.look(
        BlitService.space,
        new pb.SpaceRequest().setPlace(place.at('')),
        options,
      )
      const space = {
        totalBytes: safeNumber(answer.getTotalBytes()),
        freeBytes: safeNumber(answer.getFreeBytes()),
        availableBytes: safeNumber(answer.getAvailableBytes()),
        totalInodes: safeNumber(answer.getTotalInodes()),
        freeInodes: safeNumber(answer.getFreeInodes()),
      }
      if (space.freeBytes > space.totalBytes || space.freeInodes > space.totalInodes)
        throw protocolError('more free room than there is')
      return space
    },
    identity: async (path, { salt = ownSalt, signal }) => {
      place.begin({ signal })
      const request = new pb.IdentityRequest().setPlace(place.at(path)).setSalt(salt)
      return identityFrom(await place.look(BlitService.identity, request, { signal }))
    },
    readXattrs: async (path, options) => readXattrs(place, path, options),
    purge: async (path, purge) => purgeRemote(place, path, purge),
  }
}

function identityFrom(answer: pb.IdentityResponse, depth = 0): Identity {
  const names = (list: readonly Uint8Array[]): string[] =>
    list.map((bytes) => Buffer.from(bytes).toString('hex'))
  const mounted = depth < MAX_MOUNT_DEPTH ? answer.getMountedList() : []
  return {
    self: names(answer.getSelfList_asU8()),
    ancestors: names(answer.getAncestorsList_asU8()),
    mounted: mounted.map((part) => identityFrom(part, depth + 1)),
    salted: true,
  }
}

async function readXattrs(
  place: RemotePlace,
  path: string,
  options: CallOptions,
): Promise<Map<string, Uint8Array>> {
  place.begin(options)
  const request = new pb.StatRequest().setPlace(place.at(path)).setXattrs(true)
  const answer = await place.look(BlitService.stat, request, options)
  const shown = displayPath(path)
  if (!answer.getFound()) throw new BlitError('E_NOT_FOUND', `${shown}: not found`, { path })
  const names = answer.getXattrs()?.getNamesList_asU8()
  const values = answer.getXattrs()?.getValuesList_asU8()
  if (names === undefined || values === undefined || names.length !== values.length)
    throw new BlitError('E_PROTOCOL', `${shown}: the attributes that came are none`)
  return new Map(names.map((name, i) => [fromBytes(name), values[i] ?? new Uint8Array()]))
}

import { toBytes, type Entry, type Metadata } from '@blit/core'
import { encodeEntry, encodeTime, pb } from '../protocol/index.js'

/** A change of one path, as `Change` takes it; the place is added by who sends it. */
export type ChangeOf = (request: pb.ChangeRequest) => pb.ChangeRequest

export function makeDirectory(parents: boolean): ChangeOf {
  return (request) => request.setMakeDirectory(new pb.MakeDirectory().setParents(parents))
}

export function makeSymlink(target: string, mtimeNs: bigint | undefined): ChangeOf {
  const change = new pb.MakeSymlink().setTarget(toBytes(target))
  if (mtimeNs !== undefined) {
    const { nanos, seconds } = encodeTime(mtimeNs)
    change.setMtimeSeconds(seconds).setMtimeNanos(nanos)
  }

  return (request) => request.setMakeSymlink(change)
}

export function remove(expect: Entry | undefined): ChangeOf {
  const change = new pb.Remove()
  if (expect !== undefined) change.setExpect(encodeEntry(expect))
  return (request) => request.setRemove(change)
}

/** `to` beneath the module's root; with `keep` nothing is replaced. */
export function rename(to: Uint8Array, keep = false): ChangeOf {
  return (request) => request.setRename(new pb.Rename().setTo(to).setKeep(keep))
}

export function setMetadata(metadata: Metadata): ChangeOf {
  return (request) => request.setSetMetadata(metadataMessage(metadata))
}

export function metadataMessage({ gid, mode, mtimeNs, uid, xattrs }: Metadata): pb.SetMetadata {
  const change = new pb.SetMetadata()
  if (mode !== undefined) change.setMode(mode)
  if (uid !== undefined) change.setUid(uid)
  if (gid !== undefined) change.setGid(gid)
  if (mtimeNs !== undefined) {
    const { nanos, seconds } = encodeTime(mtimeNs)
    change.setMtimeSeconds(seconds).setMtimeNanos(nanos)
  }

  if (xattrs !== undefined) {
    const pairs = [...xattrs]
    change
      .setHasXattrs(true)
      .setXattrs(
        new pb.Xattrs()
          .setNamesList(pairs.map(([name]) => toBytes(name)))
          .setValuesList(pairs.map(([, value]) => value)),
      )
  }

  return change
}

/** `existing` beneath the module's root. */
export function makeHardLink(existing: Uint8Array): ChangeOf {
  return (request) => request.setMakeHardLink(new pb.MakeHardLink().setExisting(existing))
}

export function makeSpecial(entry: Entry): ChangeOf {
  return (request) => request.setMakeSpecial(new pb.MakeSpecial().setEntry(encodeEntry(entry)))
}

export function sync(): ChangeOf {
  return (request) => request.setSync(new pb.Sync())
}

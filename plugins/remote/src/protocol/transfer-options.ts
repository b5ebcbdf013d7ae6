import {
  BlitError,
  displayPath,
  toBytes,
  type CompareMode,
  type Operation,
  type PreserveRules,
  type TransferOptions,
} from '@blit/core'
import { decodeFilter, encodeFilter } from './filters.js'
import { MAX_BATCH_MESSAGE_BYTES, MAX_PATH_LISTS, MAX_STREAMS } from './limits.js'
import { safeNumber } from './numbers.js'
import { protocolError } from './protocol-error.js'
import { pb } from './stubs.js'
import { checkWirePath } from './wire-path.js'

/** What a session is told to do. */
export interface SessionOptions {
  readonly operation: Operation
  /** All but `workers`, which each side chooses for itself. */
  readonly options: TransferOptions
  /** As in `options`. */
  readonly hashed: boolean
  /** A question will be asked before anything is deleted. */
  readonly confirmDeletes: boolean
}

const OPERATIONS: readonly Operation[] = ['copy', 'mirror', 'move']
const COMPARE_MODES: readonly CompareMode[] = ['quick', 'checksum', 'size', 'never']
const MAX_RETRIES = 100

/**
 * More retries or streams than docs/wire.md allows become that many. Rejects with `E_USAGE` where lists of paths are too long for a header. A backup folder has to be one that the destination can
 * resolve: relative to its root.
 */
export function encodeTransferOptions(session: SessionOptions): pb.TransferOptions {
  const { confirmDeletes, operation, options } = session
  const { compare, filter } = options
  const message = new pb.TransferOptions()
    .setOperation(operation)
    .setDryRun(options.dryRun)
    .setCompare(compare.mode)
    .setIgnoreExisting(compare.ignoreExisting)
    .setUpdate(compare.update)
    .setModifyWindowNanos(String(compare.modifyWindowNs))
    .setPreserve(encodePreserve(options.preserve))
    .setCopyLinks(options.copyLinks)
    .setAllowEmptySource(options.allowEmptySource)
    .setDeleteExcluded(options.deleteExcluded)
    .setBackupDir(toBytes(options.backupDir ?? ''))
    .setFsync(options.fsync)
    .setResume(options.resume)
    .setInplace(options.inplace)
    .setRetries(Math.min(options.retries, MAX_RETRIES))
    .setHashed(options.hashed)
    .setVerify(options.verify)
    .setMaxStreams(Math.min(options.streams ?? 0, MAX_STREAMS))
    .setReportActions(options.reportActions)
    .setConfirmDeletes(confirmDeletes)
    .setHiddenPathsList(encodePaths(filter.hiddenPaths ?? []))
    .setCompress(options.compress)
  encodeFilter(filter, message)
  if (options.maxDelete !== undefined) message.setMaxDelete(options.maxDelete)
  if (options.filesFrom !== undefined)
    message.setFilesFrom(new pb.FilesFrom().setPathsList(encodePaths(options.filesFrom)))
  if (options.bwlimitBytesPerSec !== undefined)
    message.setBwlimitBytesPerSecond(Math.ceil(options.bwlimitBytesPerSec))
  return message
}

/** Throws `E_PROTOCOL` for an operation or a way to compare that is none, and for numbers, paths and rules beyond docs/wire.md. */
export function decodeTransferOptions(message: pb.TransferOptions | undefined): SessionOptions {
  if (message === undefined) throw protocolError('no options')
  const hiddenPaths = decodePaths(message.getHiddenPathsList_asU8())
  const filesFrom = message.getFilesFrom()
  const backupDir = checkWirePath(message.getBackupDir_asU8())
  const streams = message.getMaxStreams()
  const retries = message.getRetries()
  if (retries > MAX_RETRIES) throw protocolError(`${retries} retries`)
  if (streams > MAX_STREAMS) throw protocolError(`${streams} streams`)
  const options: TransferOptions = {
    dryRun: message.getDryRun(),
    compare: {
      mode: oneOf(COMPARE_MODES, message.getCompare()),
      ignoreExisting: message.getIgnoreExisting(),
      update: message.getUpdate(),
      modifyWindowNs: BigInt(message.getModifyWindowNanos()),
    },
    filter: {
      ...decodeFilter(message),
      ...(hiddenPaths.length > 0 && { hiddenPaths: new Set(hiddenPaths) }),
    },
    ...(filesFrom !== undefined && { filesFrom: decodePaths(filesFrom.getPathsList_asU8()) }),
    preserve: decodePreserve(message.getPreserve() ?? new pb.Preserve()),
    copyLinks: message.getCopyLinks(),
    ...(message.hasMaxDelete() && { maxDelete: safeNumber(message.getMaxDelete()) }),
    allowEmptySource: message.getAllowEmptySource(),
    deleteExcluded: message.getDeleteExcluded(),
    ...(backupDir !== '' && { backupDir }),
    fsync: message.getFsync(),
    resume: message.getResume(),
    inplace: message.getInplace(),
    verify: message.getVerify(),
    retries,
    ...(message.hasBwlimitBytesPerSecond() && { bwlimitBytesPerSec: limitOf(message) }),
    ...(streams !== 0 && { streams }),
    compress: message.getCompress(),
    hashed: message.getHashed(),
    reportActions: message.getReportActions(),
  }
  return {
    operation: oneOf(OPERATIONS, message.getOperation()),
    options,
    hashed: message.getHashed(),
    confirmDeletes: message.getConfirmDeletes(),
  }
}

function encodePreserve(rules: PreserveRules): pb.Preserve {
  return new pb.Preserve()
    .setOwner(rules.owner)
    .setHardLinks(rules.hardLinks)
    .setXattrs(rules.xattrs)
    .setAcls(rules.acls)
    .setSetuid(rules.setuid)
    .setSparse(rules.sparse)
    .setDevices(rules.devices)
    .setSpecials(rules.specials)
}

function decodePreserve(rules: pb.Preserve): PreserveRules {
  return {
    owner: rules.getOwner(),
    hardLinks: rules.getHardLinks(),
    xattrs: rules.getXattrs(),
    acls: rules.getAcls(),
    setuid: rules.getSetuid(),
    sparse: rules.getSparse(),
    devices: rules.getDevices(),
    specials: rules.getSpecials(),
  }
}

function encodePaths(paths: Iterable<string>): Uint8Array[] {
  const all = Array.from(paths, (path) => toBytes(path))
  const bytes = all.reduce((sum, path) => sum + path.length, 0)
  if (bytes > MAX_BATCH_MESSAGE_BYTES || all.length > MAX_PATH_LISTS)
    throw new BlitError(
      'E_USAGE',
      `too many paths are listed for a transfer between machines: ${all.length}`,
      {
        hint: 'list directories instead of files, or use filters',
      },
    )
  return all
}

function decodePaths(paths: readonly Uint8Array[]): string[] {
  if (paths.length > MAX_PATH_LISTS) throw protocolError(`a list of ${paths.length} paths`)
  return paths.map((path) => checkWirePath(path))
}

function limitOf(message: pb.TransferOptions): number {
  const limit = safeNumber(message.getBwlimitBytesPerSecond())
  if (limit === 0) throw protocolError('a rate of nothing')
  return limit
}

function oneOf<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((one) => one === value)
  if (found === undefined)
    throw protocolError(`'${displayPath(value.slice(0, 20))}' for one of ${known.join(', ')}`)
  return found
}

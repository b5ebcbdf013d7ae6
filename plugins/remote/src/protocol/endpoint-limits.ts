import type { EndpointLimits } from '@blit/core'
import { MAX_PATH_BYTES } from './limits.js'
import { protocolError } from './protocol-error.js'
import { pb } from './stubs.js'

/** No file system counts in more: FAT's grain is two seconds. */
const MAX_MTIME_GRAIN_NS = 60_000_000_000n

/** What names and times an end can hold. */
export function encodeLimits(limits: EndpointLimits): pb.Limits {
  return new pb.Limits()
    .setCaseInsensitive(limits.caseInsensitive)
    .setNormalizes(limits.normalizes)
    .setWindowsNames(limits.windowsNames)
    .setMaxNameBytes(limits.maxNameBytes)
    .setMtimeGrainNanos(String(limits.mtimeGrainNs))
}

/** Throws `E_PROTOCOL` for names of no length or beyond 64 KiB, and for a grain of nothing or beyond a minute. */
export function decodeLimits(limits: pb.Limits): EndpointLimits {
  const maxNameBytes = limits.getMaxNameBytes()
  const mtimeGrainNs = BigInt(limits.getMtimeGrainNanos())
  if (maxNameBytes < 1 || maxNameBytes > MAX_PATH_BYTES)
    throw protocolError(`names of up to ${maxNameBytes} bytes`)
  if (mtimeGrainNs < 1n || mtimeGrainNs > MAX_MTIME_GRAIN_NS)
    throw protocolError(`times in steps of ${mtimeGrainNs} ns`)
  return {
    caseInsensitive: limits.getCaseInsensitive(),
    normalizes: limits.getNormalizes(),
    windowsNames: limits.getWindowsNames(),
    maxNameBytes,
    mtimeGrainNs,
  }
}

import type { EndpointLimits } from '@blit/core'
import { pb } from '@blit/remote/protocol'

/** What names and times a place can hold, as it travels. */
export function limitsMessage(limits: EndpointLimits): pb.Limits {
  return new pb.Limits()
    .setCaseInsensitive(limits.caseInsensitive)
    .setNormalizes(limits.normalizes)
    .setWindowsNames(limits.windowsNames)
    .setMaxNameBytes(limits.maxNameBytes)
    .setMtimeGrainNanos(String(limits.mtimeGrainNs))
}

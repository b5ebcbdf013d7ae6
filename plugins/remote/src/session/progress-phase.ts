import type { Progress } from '@blit/core'

/** The part of a session that its counts show it to be in; they do not show whether it tidies up. */
export function progressPhase(progress: Omit<Progress, 'phase'>): 'delete' | 'scan' | 'transfer' {
  const { bytesDone, bytesTotal, filesTotal, tally, totalKnown } = progress
  if (!totalKnown) return filesTotal === 0 ? 'scan' : 'transfer'
  const deleted = tally.filesDeleted + tally.othersDeleted + tally.dirsDeleted + tally.sourcesRemoved
  return deleted > 0 && bytesDone >= bytesTotal ? 'delete' : 'transfer'
}

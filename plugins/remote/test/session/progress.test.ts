import { expect } from 'chai'

import { EMPTY_TALLY } from '@blit/core'

import type { pb } from '../../dist/protocol/index.js'
import { readProgress, reportToSource } from '../../dist/session/index.js'

describe('progress, as the destination tells it', () => {
  for (const totalKnown of [false, true])
    it(`says how much there is, and ${totalKnown ? 'that it is all' : 'not that it is all'}`, () => {
      const said: pb.DestinationMessage[] = []
      const tally = { ...EMPTY_TALLY, filesScanned: 9, filesCopied: 3, dirsCreated: 2, bytesCopied: 70 }
      const progress = {
        phase: 'transfer',
        filesTotal: 5,
        bytesTotal: 100,
        bytesDone: 80,
        totalKnown,
      } as const
      reportToSource((message) => said.push(message), 1).progress?.({ ...progress, tally })
      const read = readProgress(said[0]?.getProgress() as pb.Progress)
      expect(read).to.include(progress)
      expect(read.tally).to.deep.equal({ ...tally, dirsCreated: 3 })
    })

  const counts = { tally: EMPTY_TALLY, filesTotal: 0, bytesTotal: 0, bytesDone: 0, totalKnown: false }
  const deleted = { ...EMPTY_TALLY, filesDeleted: 1 }
  const parts = {
    scan: counts,
    transfer: { ...counts, filesTotal: 1, tally: deleted },
    delete: { ...counts, filesTotal: 1, totalKnown: true, tally: deleted },
  } as const
  for (const [phase, progress] of Object.entries(parts))
    it(`shows that it is in the part ${phase}`, () => {
      const said: pb.DestinationMessage[] = []
      reportToSource((message) => said.push(message), 0).progress?.({ ...progress, phase: 'finish' })
      expect(readProgress(said[0]?.getProgress() as pb.Progress).phase).to.equal(phase)
    })
})

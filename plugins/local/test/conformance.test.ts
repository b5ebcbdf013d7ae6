import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeRouteConformance } from '@blit/core/testing'
import { DiskEndpoint, runLocalTransfer } from '@blit/disk'

describeRouteConformance('file > file', {
  route: {
    name: 'local',
    run: (session) =>
      runLocalTransfer(session, session.source as DiskEndpoint, session.destination as DiskEndpoint),
  },
  async makePlaces() {
    const scratch = mkdtempSync(join(tmpdir(), 'blit-route-'))
    const open = async (name: string): Promise<DiskEndpoint> => {
      mkdirSync(join(scratch, name), { recursive: true })
      return new DiskEndpoint({ root: join(scratch, name), label: name })
    }

    return {
      openSource: () => open('source'),
      openDestination: () => open('destination'),
      async dispose() {
        rmSync(scratch, { recursive: true, force: true })
      },
    }
  },
})

import { mkdtempSync, rmSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiskEndpoint } from '@blit/disk'
import { describeEndpointConformance } from '@blit/core/testing'

describeEndpointConformance('a disk', async ({ rootExists }) => {
  const scratch = mkdtempSync(join(tmpdir(), 'blit-endpoint-'))
  const root = rootExists ? join(scratch, 'root') : join(scratch, 'missing', 'root')
  if (rootExists) mkdirSync(root)
  return {
    endpoint: new DiskEndpoint({ root, label: 'root' }),
    async dispose() {
      rmSync(scratch, { recursive: true, force: true })
    },
  }
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeEndpointConformance } from '@blit/core/testing'
import { JsonEndpoint } from '../fixtures/jsonfs/src/endpoint.js'
import { JsonTree } from '../fixtures/jsonfs/src/tree.js'

describeEndpointConformance('jsonfs', async ({ rootExists }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jsonfs-'))
  const endpoint = new JsonEndpoint(
    new JsonTree(join(folder, 'tree.json')),
    rootExists ? '' : 'not/there',
    'it',
  )
  if (rootExists) await endpoint.mkdir('', { signal: new AbortController().signal })
  return { endpoint, dispose: async () => rmSync(folder, { recursive: true }) }
})

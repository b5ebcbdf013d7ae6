import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import {
  findMakers,
  generateStubs,
  protoHash,
  STUB_FILES,
  STUBS,
} from '../../../../scripts/proto/generate.js'

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')
const maker = /^\/\/ sha256 [\da-f]{64}, (.+)$/m.exec(read(STUBS, 'blit_pb.js'))?.[1]

describe('the committed stubs', () => {
  it('are made from proto/blit.proto as it is: run `npm run proto` after changing it', () => {
    for (const name of STUB_FILES) expect(read(STUBS, name), name).to.contain(`sha256 ${protoHash()}, `)
  })

  // Another maker writes other comments.
  if (maker !== undefined && findMakers().includes(maker)) {
    it('are what their maker makes', async () => {
      const above = mkdtempSync(join(tmpdir(), 'blit-stubs-'))
      const folder = join(above, 'stubs')
      try {
        await generateStubs(folder, maker)
        for (const name of [...STUB_FILES, 'package.json'])
          expect(read(folder, name) === read(STUBS, name), name).to.equal(true)
      } finally {
        rmSync(above, { recursive: true })
      }
    })
  }

  it('define nothing in the global scope', async () => {
    await import('../../dist/protocol/index.js')
    expect(globalThis).not.to.have.nested.property('proto.blit')
  })

  it('are the same classes, whichever entry loads them', async () => {
    const [{ pb }, compiled] = await Promise.all([
      import('@blit/remote/protocol'),
      import('../../dist/protocol/stubs.js'),
    ])
    expect(pb.EntryBatch).to.equal(compiled.pb.EntryBatch)
  })
})

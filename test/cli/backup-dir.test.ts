import { expect } from 'chai'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { makeSandbox, type Sandbox } from './blit.js'

describe('--backup-dir', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src/sub'), { recursive: true })
    mkdirSync(sandbox.at('dst'))
    writeFileSync(sandbox.at('src/a'), 'new')
    writeFileSync(sandbox.at('dst/a'), 'older')
    writeFileSync(sandbox.at('dst/extra'), 'extra')
  })

  afterEach(() => sandbox.remove())

  for (const place of ['.', '..', '../dst', '../src', '../src/sub', '../src/none']) {
    it(`S1: is refused where what is kept could land on what is replaced or read: ${place}`, async () => {
      const { code } = await sandbox.run(['mirror', '--yes', '--backup-dir', place, 'src', 'dst'])
      expect(code).to.equal(8)
      expect(readFileSync(sandbox.at('dst/a'), 'utf8')).to.equal('older')
      expect(readdirSync(sandbox.at('dst'))).to.deep.equal(['a', 'extra'])
      expect(readdirSync(sandbox.at('src'))).to.deep.equal(['a', 'sub'])
    })
  }

  it('may be inside the destination, beside it, or beside a single file', async () => {
    expect((await sandbox.run(['copy', '--backup-dir', 'old', 'src', 'dst'])).code).to.equal(0)
    expect(readFileSync(sandbox.at('dst/old/a'), 'utf8')).to.equal('older')
    writeFileSync(sandbox.at('dst/a'), 'another')
    expect((await sandbox.run(['copy', '--backup-dir', '../old', 'src', 'dst'])).code).to.equal(0)
    expect(readFileSync(sandbox.at('old/a'), 'utf8')).to.equal('another')
    expect((await sandbox.run(['copy', '--backup-dir', 'kept', 'src/a', 'dst/extra'])).code).to.equal(0)
    expect(readFileSync(sandbox.at('dst/kept/extra'), 'utf8')).to.equal('extra')
  })

  it('that cannot be made is the fault of the destination, by name, in a dry run too', async () => {
    for (const flags of [[], ['--dry-run']]) {
      const { code, stderr } = await sandbox.run(['copy', ...flags, '--backup-dir', 'extra/x', 'src', 'dst'])
      expect(code).to.equal(5)
      expect(stderr).to.contain('extra/x')
    }
  })
})

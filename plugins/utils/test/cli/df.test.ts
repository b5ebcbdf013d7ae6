import { expect } from 'chai'
import { closeSync, openSync, statfsSync } from 'node:fs'
import { makeSandbox, type Sandbox } from './sandbox.js'

describe('blit df', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    sandbox.fill({ file: '' })
  })

  afterEach(() => sandbox.remove())

  it('prints one object with --json', async () => {
    const { code, value } = await sandbox.json(['df', 'file'])
    expect(code).to.equal(0)
    expect(value).to.include({ operation: 'df', target: 'file' })
    const { filesystems } = value as { filesystems: ReadonlyArray<Readonly<Record<string, number>>> }
    const [room = {}] = filesystems
    const { bsize, blocks, files } = statfsSync(sandbox.path)
    expect(filesystems).to.have.length(1)
    expect(room).to.include({ target: 'file', totalBytes: blocks * bsize, totalInodes: files })
    expect(room['usedBytes']).to.equal((room['totalBytes'] ?? 0) - (room['freeBytes'] ?? 0))
    expect(room['usedInodes']).to.equal((room['totalInodes'] ?? 0) - (room['freeInodes'] ?? 0))
    expect(room['usedPercent']).to.be.within(0, 100)
  })

  it('prints a table', async () => {
    const { code, stdout } = await sandbox.run(['df', '.'])
    expect(code).to.equal(0)
    const lines = stdout.toString().split('\n')
    expect(lines[0]).to.match(/^ *SIZE +USED +AVAILABLE +USE% +INODES +INODES USED +TARGET$/)
    expect(lines[1]).to.match(/B +[\d.]+ \w*B +[\d.]+ \w*B +\d+% .* \.$/)
    expect(lines).to.have.length(3)
  })

  it('S7: says what is the matter where its result cannot be written', async function () {
    if (process.platform !== 'linux') this.skip()
    const stdout = openSync('/dev/full', 'w')
    const { code, stderr } = await sandbox.run(['df', '.'], { stdout })
    closeSync(stdout)
    expect(code).to.equal(5)
    expect(stderr).to.match(/^blit: cannot write the result: no space left on the device[^\n]*\n$/)
  })

  for (const [what, args, exit] of [
    ['no operand', [], 2],
    ['an empty operand', [''], 2],
    ['a missing target', ['no'], 4],
  ] as const) {
    it(`refuses ${what} with exit ${exit}`, async () => {
      const { code, stdout, stderr } = await sandbox.run(['df', ...args])
      expect({ code, stdout: stdout.toString() }).to.deep.equal({ code: exit, stdout: '' })
      expect(stderr).to.match(/^blit: [^\n]+\n$/)
    })
  }
})

import { expect } from 'chai'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { makeSandbox, type Sandbox } from './blit.js'

describe('--files-from', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src/sub'), { recursive: true })
    writeFileSync(sandbox.at('src/a'), 'aaa')
    writeFileSync(sandbox.at('src/sub/b'), 'bbbbb')
    symlinkSync('sub', sandbox.at('src/link'))
  })

  afterEach(() => sandbox.remove())

  async function failing(
    list: string,
    ...flags: string[]
  ): Promise<{ code: number | null; paths: string[] }> {
    const args = ['copy', '--json', '--files-from', '-', ...flags, 'src', 'dst']
    const { code, stdout } = await sandbox.run(args, { input: list })
    const { failures } = JSON.parse(stdout) as { failures: ReadonlyArray<{ path: string }> }
    return { code, paths: failures.map(({ path }) => path).sort() }
  }

  it('names every listed path that is missing, also below a directory that is missing', async () => {
    const { code, paths } = await failing('nope/x\nnope/y/z\na\nsub/none\n')
    expect(code).to.equal(3)
    expect(paths).to.deep.equal(['nope/x', 'nope/y/z', 'sub/none'])
  })

  it('finds nothing below a file or a symlink, whether or not it is at the destination already', async () => {
    const list = 'a/x\nlink/b\n'
    expect(await failing(list)).to.deep.equal({ code: 3, paths: ['a/x', 'link/b'] })
    await failing('a\nlink\n')
    expect(await failing(list)).to.deep.equal({ code: 3, paths: ['a/x', 'link/b'] })
  })

  it('goes through symlinks where they are followed', async () => {
    expect(await failing('link/b\n', '--copy-links')).to.deep.equal({ code: 0, paths: [] })
  })
})

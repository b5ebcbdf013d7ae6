import { expect } from 'chai'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
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

  it('is one directory for all sources, in which each has its name', async () => {
    for (const [path, text] of [
      ['src/sub/a', 'new b'],
      ['single', 'new c'],
      ['all/src/a', '1'],
      ['all/src/sub/a', '2'],
      ['all/sub/a', '3'],
      ['all/single', '4'],
    ] as const) {
      mkdirSync(dirname(sandbox.at(path)), { recursive: true })
      writeFileSync(sandbox.at(path), text)
    }

    cpSync(sandbox.at('all'), sandbox.at('elsewhere'), { recursive: true })
    const args = ['copy', '--verbose', 'src', 'src/sub', 'single']
    for (const [destination, backup] of [
      ['all', 'kept'],
      ['elsewhere', sandbox.at('kept')],
    ] as const) {
      const line = [...args, destination, '--backup-dir', backup]
      const rehearsed = await sandbox.run([...line, '--dry-run'])
      const { code, stdout } = await sandbox.run(line)
      expect(code).to.equal(0)
      const place = resolve(sandbox.at(destination), backup)
      const kept = ['src/a', 'src/sub/a', 'sub/a', 'single'].map((path) =>
        readFileSync(join(place, path), 'utf8'),
      )
      expect(kept).to.deep.equal(['1', '2', '3', '4'])
      expect(stdout).to.contain('backup sub/a')
      expect(stdout.split('\n').slice(0, -2)).to.deep.equal(rehearsed.stdout.split('\n').slice(0, -2))
    }

    expect(readdirSync(sandbox.at('all')).sort()).to.deep.equal(['kept', 'single', 'src', 'sub'])
    expect(readdirSync(sandbox.at('all/src'))).to.deep.equal(['a', 'sub'])
  })

  it('is relative to what was written also where a mirror lands below it, and is not deleted', async () => {
    mkdirSync(sandbox.at('dst/src'))
    writeFileSync(sandbox.at('dst/src/gone'), 'gone')
    for (const place of ['kept', 'src/kept']) {
      writeFileSync(sandbox.at('dst/src/gone'), 'gone')
      expect((await sandbox.run(['mirror', '-y', 'src', 'dst/', '--backup-dir', place])).code).to.equal(0)
      expect(readFileSync(sandbox.at('dst', place, 'src/gone'), 'utf8')).to.equal('gone')
    }

    expect(readFileSync(sandbox.at('dst/extra'), 'utf8')).to.equal('extra')
    const { code } = await sandbox.run(['mirror', '-y', 'src', 'dst/', '--backup-dir', 'src'])
    expect(code).to.equal(8)
  })

  it('S1: is refused where something of the source would land in it, unless it is filtered', async () => {
    mkdirSync(sandbox.at('src/kept'))
    writeFileSync(sandbox.at('src/kept/a'), 'mine')
    const { code, stderr } = await sandbox.run(['copy', 'src', 'dst', '--backup-dir', './kept/'])
    expect(code).to.equal(8)
    expect(stderr).to.contain("--exclude '/kept'")
    expect(readFileSync(sandbox.at('dst/a'), 'utf8')).to.equal('older')
    const line = ['copy', 'src', 'dst', '--backup-dir', 'kept', '--exclude', '/kept']
    expect((await sandbox.run(line)).code).to.equal(0)
    expect(readFileSync(sandbox.at('dst/kept/a'), 'utf8')).to.equal('older')
  })

  it('follows no link to where a directory lands below the destination', async () => {
    mkdirSync(sandbox.at('real'))
    symlinkSync('../real', sandbox.at('dst/src'))
    const { code, stderr } = await sandbox.run(['copy', 'src', 'dst/', '--backup-dir', 'kept'])
    expect(code).to.equal(5)
    expect(stderr).to.contain("copy to 'dst/src/' itself")
    expect(readdirSync(sandbox.at('real'))).to.deep.equal([])
  })
})

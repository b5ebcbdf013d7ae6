import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const RUN = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

describe('contents of several sources', () => {
  let place: string

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'blit-merging-'))
    for (const name of ['p/d', 'q/d']) mkdirSync(join(place, name), { recursive: true })
    writeFileSync(join(place, 'p/d/f'), 'one')
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
  })

  const blit = (...args: string[]) =>
    spawnSync(process.execPath, [RUN, ...args], { cwd: place, encoding: 'utf8' })

  it('S8: of what meets on one name the first lands, the other is a failure by name, the rest goes on', () => {
    writeFileSync(join(place, 'q/d/f'), 'two')
    writeFileSync(join(place, 'q/d/g'), 'three')
    const { status, stdout } = blit('copy', 'p/', 'q/', 'out', '--json')
    expect(status).to.equal(3)
    const { failures, filesCopied } = JSON.parse(stdout) as { failures: unknown[]; filesCopied: number }
    expect(failures).to.have.length(1)
    expect(failures[0]).to.include({ path: 'd/f', code: 'E_NAME_COLLISION' })
    expect(filesCopied).to.equal(2)
    expect(readFileSync(join(place, 'out/d/f'), 'utf8')).to.equal('one')
    expect(readFileSync(join(place, 'out/d/g'), 'utf8')).to.equal('three')
  })

  it('S4: that meet on one name stay where they are when moved', () => {
    writeFileSync(join(place, 'q/d/f'), 'two')
    writeFileSync(join(place, 'q/d/g'), 'three')
    expect(blit('move', 'p/', 'q/', 'out').status).to.equal(3)
    expect(readFileSync(join(place, 'out/d/f'), 'utf8')).to.equal('one')
    expect(readFileSync(join(place, 'q/d/f'), 'utf8')).to.equal('two')
    expect(existsSync(join(place, 'q/d/g'))).to.equal(false)
    expect(existsSync(join(place, 'p/d'))).to.equal(false)
  })

  it('a file and a directory that meet: the first lands, whichever it is', () => {
    mkdirSync(join(place, 'q/x'))
    writeFileSync(join(place, 'q/x/y'), 'below')
    writeFileSync(join(place, 'p/x'), 'file')
    expect(blit('copy', 'p/', 'q/', 'one').status).to.equal(3)
    expect(readFileSync(join(place, 'one/x'), 'utf8')).to.equal('file')
    expect(blit('copy', 'q/', 'p/', 'two').status).to.equal(3)
    expect(readFileSync(join(place, 'two/x/y'), 'utf8')).to.equal('below')
  })

  it('the same source twice lands once', () => {
    expect(blit('copy', 'p/', 'p/', 'out').status).to.equal(3)
    expect(readFileSync(join(place, 'out/d/f'), 'utf8')).to.equal('one')
  })

  it('that meet in directories only are merged', () => {
    writeFileSync(join(place, 'q/d/g'), 'two')
    expect(blit('copy', 'p/', 'q/', 'out').status).to.equal(0)
    expect(execFileSync('ls', [join(place, 'out/d')], { encoding: 'utf8' })).to.equal('f\ng\n')
  })
})

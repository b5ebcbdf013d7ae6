import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { BLIT, makeSandbox, type Sandbox } from './blit.js'

describe('trees that meet through a mount', () => {
  let sandbox: Sandbox

  before(function () {
    if (spawnSync('unshare', ['--mount', 'true']).status !== 0) this.skip()
  })

  beforeEach(() => {
    sandbox = makeSandbox()
    for (const name of ['src/sub', 'src/hole', 'dst/sub', 'dst/hole'])
      mkdirSync(sandbox.at(name), { recursive: true })
    writeFileSync(sandbox.at('src/sub/a'), 'aaa')
    writeFileSync(sandbox.at('src/b'), 'bbb')
  })

  afterEach(() => sandbox.remove())

  /** Runs blit where `what` is mounted at `at`, for nobody else to see. */
  function runWithMount(what: string, at: string, args: readonly string[]): number | null {
    const script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"'
    const command = ['--mount', 'sh', '-c', script, 'sh', what, at, process.execPath, BLIT, ...args]
    return spawnSync('unshare', command, { cwd: sandbox.path, env: sandbox.env }).status
  }

  const cases: ReadonlyArray<readonly [string, string, readonly string[]]> = [
    ['src', 'dst/hole', ['mirror', '--yes', 'src', 'dst']],
    ['src/sub', 'dst/hole', ['mirror', '--yes', 'src', 'dst']],
    ['.', 'dst/hole', ['mirror', '--yes', 'src', 'dst']],
    ['src/sub', 'dst/sub', ['move', 'src', 'dst']],
    ['dst', 'src/hole', ['copy', 'src', 'dst']],
    ['dst/sub', 'src/sub', ['copy', 'src', 'dst']],
    ['dst/sub', 'src/hole', ['mirror', '--yes', 'src', 'dst']],
  ]
  for (const [what, at, args] of cases) {
    it(`S4: ${args.join(' ')} is refused with ${what} mounted at ${at}`, () => {
      expect(runWithMount(what, at, args)).to.equal(8)
      expect(readFileSync(sandbox.at('src/sub/a'), 'utf8')).to.equal('aaa')
      expect(readFileSync(sandbox.at('src/b'), 'utf8')).to.equal('bbb')
      expect(readdirSync(sandbox.at('dst')).sort()).to.deep.equal(['hole', 'sub'])
    })
  }

  it('S4: one directory on both sides, mounted from a third place, loses nothing', () => {
    mkdirSync(sandbox.at('third'))
    writeFileSync(sandbox.at('third/c'), 'ccc')
    const script = 'mount --bind third src/hole && mount --bind third dst/hole && exec "$@"'
    const command = ['--mount', 'sh', '-c', script, 'sh', process.execPath, BLIT, 'move', 'src', 'dst']
    expect(spawnSync('unshare', command, { cwd: sandbox.path, env: sandbox.env }).status).to.equal(8)
    expect(readFileSync(sandbox.at('third/c'), 'utf8')).to.equal('ccc')
    expect(readFileSync(sandbox.at('dst/b'), 'utf8')).to.equal('bbb')
  })

  it('copies what has nothing to do with the mount', () => {
    expect(runWithMount('src', 'dst/hole', ['copy', '--exclude', 'hole', 'src/sub', 'new'])).to.equal(0)
    expect(readFileSync(sandbox.at('new/a'), 'utf8')).to.equal('aaa')
  })
})

describe('a move from a read-only place', () => {
  let sandbox: Sandbox

  before(function () {
    if (spawnSync('unshare', ['--mount', 'true']).status !== 0) this.skip()
  })

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src/sub'), { recursive: true })
    writeFileSync(sandbox.at('src/a'), 'aaa')
  })

  afterEach(() => sandbox.remove())

  it('S4: says by name what arrived and yet could not be removed', () => {
    const script = 'mount --bind src src && mount -o remount,ro,bind src && exec "$@"'
    const command = ['--mount', 'sh', '-c', script, 'sh', process.execPath, BLIT, 'move', 'src/', 'dst']
    const { status, stderr } = spawnSync('unshare', command, { cwd: sandbox.path, env: sandbox.env })
    expect(status).to.equal(3)
    expect(String(stderr))
      .to.match(/^blit: a: cannot remove/m)
      .and.to.match(/^blit: sub: cannot remove/m)
    expect(readFileSync(sandbox.at('dst/a'), 'utf8')).to.equal('aaa')
    expect(readFileSync(sandbox.at('src/a'), 'utf8')).to.equal('aaa')
  })
})

import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { BLIT, makeSandbox, type Sandbox } from './blit.js'

describe('what cannot be written', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    for (let i = 0; i < 40; i++) {
      mkdirSync(sandbox.at(`src/${i}`), { recursive: true })
      for (let j = 0; j < 40; j++) writeFileSync(sandbox.at(`src/${i}/${j}`), '')
    }
  })

  afterEach(() => sandbox.remove())

  /** Runs with stdout or stderr on a full device. */
  function runFull(which: 'stderr' | 'stdout', ...args: string[]) {
    const full = openSync('/dev/full', 'w')
    const stdio =
      which === 'stdout' ? (['ignore', full, 'pipe'] as const) : (['ignore', 'pipe', full] as const)
    return spawnSync(process.execPath, [BLIT, ...args], {
      cwd: sandbox.path,
      env: sandbox.env,
      encoding: 'utf8',
      stdio: [...stdio],
    })
  }

  for (const args of [
    ['copy', 'src', 'dst'],
    ['copy', '--verbose', 'src', 'dst'],
    ['copy', '--json', 'src', 'dst'],
    ['list', '--recursive', 'src'],
  ]) {
    it(`S1: a full stdout ends with exit 5, one line and nothing half-done: ${args.join(' ')}`, function () {
      if (!existsSync('/dev/full')) this.skip()
      const { status, stderr } = runFull('stdout', ...args)
      expect(stderr).to.match(/^blit: cannot write the result: no space left on the device[^\n]*\n$/)
      expect(status).to.equal(5)
      expect(readdirSync(sandbox.path).filter((name) => name.startsWith('.blit'))).to.deep.equal([])
    })
  }

  it('a full stderr stops nothing, and changes no exit code', function () {
    if (!existsSync('/dev/full')) this.skip()
    expect(runFull('stderr', 'copy', '--progress', 'src', 'dst').status).to.equal(0)
    expect(readdirSync(sandbox.at('dst'))).to.have.length(40)
    expect(runFull('stderr', 'copy', 'nowhere', 'dst').status).to.equal(4)
  })

  it('a destination behind a symlink that leads to itself is refused by name, exit 5', async () => {
    symlinkSync('loop', sandbox.at('loop'))
    for (const destination of ['loop', 'loop/', 'loop/x']) {
      const { code, stderr } = await sandbox.run(['copy', 'src', destination])
      expect(stderr).to.contain('leads back to itself')
      expect(code).to.equal(5)
    }
  })

  it('a destination that holds a symlink that leads to itself is like any other', async () => {
    mkdirSync(sandbox.at('dst'))
    symlinkSync('loop', sandbox.at('dst/loop'))
    expect((await sandbox.run(['copy', 'src', 'dst'])).code).to.equal(0)
  })

  it('a place for plugins and caches is named, exit 5, and is no bug', async () => {
    writeFileSync(sandbox.at('file'), '')
    const env = { BLIT_CACHE_DIR: sandbox.at('file/cache') }
    const { code, stderr } = await sandbox.run(['autocomplete'], { env })
    expect(stderr).to.contain('BLIT_CACHE_DIR').and.not.to.contain('bug')
    expect(code).to.equal(5)
  })
})

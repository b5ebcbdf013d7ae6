import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { startDaemonProcess } from '../support/daemon-process.js'
import { makeSandbox, type Sandbox } from './blit.js'
import { openTerminal, type Terminal } from './terminal.js'

describe('at a terminal', () => {
  let sandbox: Sandbox
  let terminal: Terminal | undefined

  before(function () {
    try {
      execFileSync('tmux', ['-V'])
    } catch {
      this.skip()
    }
  })

  beforeEach(() => {
    sandbox = makeSandbox()
    for (const name of ['src', 'dst']) mkdirSync(sandbox.at(name))
    writeFileSync(sandbox.at('src/a'), 'aaa')
    writeFileSync(sandbox.at('dst/extra-1'), Buffer.alloc(1500))
    writeFileSync(sandbox.at('dst/extra-2'), '')
  })

  afterEach(() => {
    terminal?.close()
    terminal = undefined
    sandbox.remove()
  })

  function blit(...args: string[]): Terminal {
    terminal = openTerminal(sandbox, args)
    return terminal
  }

  it('mirror shows what it would delete and asks; no leaves it, exit 7', async () => {
    const { shows, type, exit, screen } = blit('mirror', 'src', 'dst')
    await shows('Delete these 2 entries?')
    expect(screen()).to.match(/2 entries \(1\.50 kB\) in dst that the source does not have:/)
    expect(screen()).to.match(/^ *extra-1$/m)
    expect(existsSync(sandbox.at('dst/extra-1'))).to.equal(true)
    type('n', 'Enter')
    expect(await exit()).to.equal(7)
    expect(existsSync(sandbox.at('dst/extra-1'))).to.equal(true)
    expect(readFileSync(sandbox.at('dst/a'), 'utf8')).to.equal('aaa')
  })

  it('mirror deletes after a yes', async () => {
    const { shows, type, exit, screen } = blit('mirror', 'src', 'dst')
    await shows('Delete these 2 entries?')
    type('y', 'Enter')
    expect(await exit()).to.equal(0)
    expect(screen()).to.match(/copied 1 file \(3 B\).*deleted 2 files/)
    expect(existsSync(sandbox.at('dst/extra-1'))).to.equal(false)
  })

  it('an answer of Enter alone is a no', async () => {
    const { shows, type, exit } = blit('purge', 'dst')
    await shows('?')
    type('Enter')
    expect(await exit()).to.equal(7)
    expect(existsSync(sandbox.at('dst/extra-1'))).to.equal(true)
  })

  it('purge shows count and bytes and asks', async () => {
    const { shows, type, exit, screen } = blit('purge', 'dst')
    await shows(/Delete these \d entries\?/)
    expect(screen()).to.include('1.50 kB').and.include('in dst')
    type('y', 'Enter')
    expect(await exit()).to.equal(0)
    expect(existsSync(sandbox.at('dst'))).to.equal(false)
  })

  it('nothing is asked with --yes, nor where nothing is to be deleted', async () => {
    expect(await blit('mirror', '-y', 'src', 'dst').exit()).to.equal(0)
    terminal?.close()
    expect(await blit('mirror', 'src', 'dst').exit()).to.equal(0)
  })

  it('Ctrl-C at the question is an interruption, not an answer', async () => {
    const { shows, type, exit } = blit('mirror', 'src', 'dst')
    await shows('Delete these 2 entries?')
    type('C-c')
    expect(await exit()).to.equal(130)
    expect(existsSync(sandbox.at('dst/extra-1'))).to.equal(true)
  })

  it('copy asks for source and destination when none is given', async () => {
    const { shows, type, exit } = blit('copy')
    await shows('Copy what?')
    type('src', 'Enter')
    await shows('To where?')
    type('new', 'Enter')
    expect(await exit()).to.equal(0)
    expect(readFileSync(sandbox.at('new/a'), 'utf8')).to.equal('aaa')
  })

  it('Ctrl-C at such a question ends with 130', async () => {
    const { shows, type, exit } = blit('copy')
    await shows('Copy what?')
    type('C-c')
    expect(await exit()).to.equal(130)
  })

  it('shows a task list with files, bytes and rate, and then the result', async () => {
    writeFileSync(sandbox.at('src/large'), Buffer.alloc(24 * 1024 * 1024))
    const { shows, exit, screen } = blit('copy', '--bwlimit', '12Mi', 'src', 'new')
    await shows(/transfer: \d of \d\+? files, [\d.]+ [kM]?B of 25\.2 MB\+?, [\d.]+ [kM]?B\/s/)
    expect(await exit()).to.equal(0)
    expect(screen())
      .to.match(/✔ transfer: 2 of 2 files/)
      .and.match(/^copied 2 files \(25\.2 MB\)/m)
  })

  it('Ctrl-C stops a transfer cleanly with 130 and leaves the cursor visible', async () => {
    writeFileSync(sandbox.at('src/large'), Buffer.alloc(64 * 1024 * 1024))
    const { shows, type, exit, screen } = blit('copy', '--bwlimit', '4Mi', 'src', 'new')
    await shows(/transfer: .*B\/s/)
    type('C-c')
    expect(await exit()).to.equal(130)
    expect(screen())
      .to.include('blit: interrupted by SIGINT')
      .and.match(/✔ scan/)
      .and.match(/✖ transfer/)
  })

  it('mirror to a daemon shows a large file come, then asks once; Ctrl-C there is 130', async () => {
    writeFileSync(sandbox.at('src/large'), Buffer.alloc(4 * 1024 * 1024))
    const daemon = await startDaemonProcess([`m=${sandbox.at('dst')}`])
    try {
      const at = `blit://127.0.0.1:${daemon.port}/m`
      const { shows, type, exit, screen } = blit('mirror', '--bwlimit', '2Mi', 'src', at)
      await shows(/transfer: \d of 2 files, [1-3]\.\d\d MB of 4\.19 MB, [\d.]+ MB\/s, [\d.]+s left/)
      await shows('Delete these 2 entries?')
      expect(screen()).to.match(/✔ transfer: 2 of 2 files, 4\.19 MB of 4\.19 MB$/m)
      type('C-c')
      expect(await exit()).to.equal(130)
      expect(screen().match(/Delete these/g) ?? [], screen()).to.have.lengthOf(0)
      expect(screen())
        .to.match(/✔ transfer/)
        .and.match(/✖ delete: 0 entries/)
      expect(existsSync(sandbox.at('dst/extra-1'))).to.equal(true)
    } finally {
      await daemon.stop()
    }
  })

  it('is drawn once, however the terminal is resized', async () => {
    writeFileSync(sandbox.at('src/large'), Buffer.alloc(16 * 1024 * 1024))
    const { shows, resize, exit, screen } = blit('copy', '--bwlimit', '8Mi', 'src', 'new')
    await shows(/transfer: .*B\/s/)
    for (const columns of [40, 30]) {
      await resize(columns)
      await shows(/transfer: .*\n {2,}[^\s›]/)
      await resize(100)
      await shows(/transfer: .*B\/s/)
    }

    expect(await exit()).to.equal(0)
    for (const phase of ['scan', 'transfer', 'finish'])
      expect(screen().split(`${phase}:`), screen()).to.have.lengthOf(2)
    expect(screen()).to.match(/^9$/m)
  })

  it('hides no failure behind the list', async () => {
    writeFileSync(sandbox.at('names'), 'a\ngone\n')
    const { exit, screen } = blit('copy', '--files-from', 'names', 'src', 'new')
    expect(await exit()).to.equal(3)
    expect(screen())
      .to.match(/^blit: .*gone/m)
      .and.match(/^copied 1 file .*1 failure/m)
  })

  it('shows no list with --no-progress, --quiet or --json', async () => {
    for (const flag of ['--no-progress', '--quiet', '--json']) {
      const { exit, screen } = blit('copy', flag, '--ignore-times', 'src', 'new')
      expect(await exit()).to.equal(0)
      expect(screen(), flag).not.to.match(/transfer|scan:/)
      terminal?.close()
    }

    terminal = undefined
  })

  it('an unknown command is answered with a question, and a no with exit 2', async () => {
    const { shows, type, exit } = blit('coppy', 'src', 'new')
    await shows(/Did you mean copy\?/)
    type('n', 'Enter')
    expect(await exit()).to.equal(2)
  })
})

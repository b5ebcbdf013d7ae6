import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { makeSandbox, BLIT, type Sandbox } from './blit.js'

describe('the command line', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src/sub'), { recursive: true })
    for (const name of ['a.txt', 'b.txt', 'c.log', '-n.txt', 'sub/d.txt'])
      writeFileSync(sandbox.at('src', name), name)
  })

  afterEach(() => sandbox.remove())

  async function copied(...args: string[]): Promise<string[]> {
    const { code, stderr } = await sandbox.run(['copy', ...args, 'src', 'dst'])
    expect(stderr).to.equal('')
    expect(code).to.equal(0)
    return readdirSync(sandbox.at('dst'), { recursive: true, encoding: 'utf8' }).sort()
  }

  it('takes --exclude and --include in the order given, the first that matches wins', async () => {
    expect(await copied('--include', 'a.txt', '--exclude', '*.txt')).to.deep.equal(['a.txt', 'c.log', 'sub'])
  })

  it('takes them in the other order, too', async () => {
    expect(await copied('--exclude', '*.txt', '--include', 'a.txt')).to.deep.equal(['c.log', 'sub'])
  })

  it('takes --filter-from at its place in the order', async () => {
    writeFileSync(sandbox.at('rules'), '# what we want\n+ b.txt\n- *.txt\n')
    const files = await copied(
      '--include',
      'a.txt',
      '--filter-from',
      sandbox.at('rules'),
      '--include',
      '*.txt',
    )
    expect(files).to.deep.equal(['a.txt', 'b.txt', 'c.log', 'sub'])
  })

  it('does not take operands for further values of --exclude', async () => {
    expect(await copied('--exclude', '*.log', '--exclude', 'sub/')).to.deep.equal([
      '-n.txt',
      'a.txt',
      'b.txt',
    ])
  })

  it('takes a value with a dash in front after =', async () => {
    expect(await copied('--exclude=-n.txt', '--exclude=sub')).to.deep.equal(['a.txt', 'b.txt', 'c.log'])
  })

  it('keeps source and destination apart though a value is spelled like one of them', async () => {
    const { code } = await sandbox.run(['copy', '--exclude', 'dst', 'src', 'dst'])
    expect(code).to.equal(0)
    expect(existsSync(sandbox.at('dst/a.txt'))).to.equal(true)
  })

  it('takes flags behind the operands, and several short ones in one', async () => {
    const { stdout } = await sandbox.run(['mirror', 'src', 'dst', '-nva'])
    expect(stdout).to.include('copy a.txt').and.include('would copy')
    expect(existsSync(sandbox.at('dst'))).to.equal(false)
  })

  it('takes what follows -- for operands', async () => {
    const { code, stdout } = await sandbox.run(['copy', '--', '-n.txt', '--json'], { cwd: sandbox.at('src') })
    expect(stdout).to.match(/^copied 1 file/)
    expect(code).to.equal(0)
    expect(readFileSync(sandbox.at('src/--json'), 'utf8')).to.equal('-n.txt')
  })

  it('reads --files-from from stdin, separated by NUL', async () => {
    const { code } = await sandbox.run(['copy', '--files-from', '-', 'src', 'dst'], {
      input: 'a.txt\0sub/d.txt\0',
    })
    expect(code).to.equal(0)
    expect(readdirSync(sandbox.at('dst'), { recursive: true })).to.have.members(['a.txt', 'sub', 'sub/d.txt'])
  })

  it('takes what --archive adds away again with --no-', async () => {
    const { code } = await sandbox.run([
      'copy',
      '-a',
      '--no-owner',
      '--no-xattrs',
      '--no-fifos',
      'src',
      'dst',
    ])
    expect(code).to.equal(0)
  })

  it('S8: takes operands that are not UTF-8 as they are', async function () {
    if (process.platform !== 'linux') return this.skip()
    const name = Buffer.from([0x66, 0xff, 0x0a, 0xfe])
    const path = Buffer.concat([Buffer.from(sandbox.at('src/')), name])
    writeFileSync(path, 'bytes')
    const { status, stdout } = runWithBytes(
      Buffer.concat([Buffer.from('src/'), name]),
      Buffer.from([0xe9, 0x2e]),
    )
    expect(JSON.parse(stdout)).to.include({
      source: 'src/f\uDCFF\n\uDCFE',
      destination: '\uDCE9.',
      filesCopied: 1,
    })
    expect(status).to.equal(0)
    expect(
      readdirSync(sandbox.path, { encoding: 'buffer' }).some((entry) =>
        entry.equals(Buffer.from([0xe9, 0x2e])),
      ),
    ).to.equal(true)
  })

  // Node cannot hand bytes to a child that are not UTF-8; a shell's printf can.
  function runWithBytes(source: Buffer, destination: Buffer): { status: number | null; stdout: string } {
    const octal = (bytes: Buffer): string =>
      [...bytes].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('')
    const script = 'exec "$0" "$1" copy --json "$(printf %b "$2x")" "$(printf %b "$3x")"'.replaceAll(
      'x")"',
      '")"',
    )
    return spawnSync('sh', ['-c', script, process.execPath, BLIT, octal(source), octal(destination)], {
      cwd: sandbox.path,
      env: sandbox.env,
      encoding: 'utf8',
    })
  }
})

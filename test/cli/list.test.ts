import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { BLIT, makeSandbox, type Sandbox } from './blit.js'

interface Listing {
  readonly target: string
  readonly entries: ReadonlyArray<Record<string, unknown>>
  readonly failures: readonly unknown[]
}

describe('list', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('tree/sub'), { recursive: true })
    writeFileSync(sandbox.at('tree/file'), '12345')
    writeFileSync(sandbox.at('tree/sub/deep'), '')
    symlinkSync('file', sandbox.at('tree/link'))
    chmodSync(sandbox.at('tree/file'), 0o640)
    chmodSync(sandbox.at('tree/sub'), 0o755)
    utimesSync(sandbox.at('tree/file'), 1_700_000_000.25, 1_700_000_000.25)
  })

  afterEach(() => sandbox.remove())

  async function listing(...args: string[]): Promise<Listing> {
    const { stdout, code, stderr } = await sandbox.run(['list', '--json', ...args])
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' })
    return JSON.parse(stdout) as Listing
  }

  it('gives type, size, time, mode and target as JSON', async () => {
    const { target, entries, failures } = await listing('tree')
    expect(target).to.equal('tree')
    expect(failures).to.deep.equal([])
    expect(entries.map(({ path, type }) => [path, type])).to.deep.equal([
      ['file', 'file'],
      ['link', 'symlink'],
      ['sub', 'directory'],
    ])
    expect(entries[0]).to.include({ sizeBytes: 5, mode: '0640', mtime: '2023-11-14T22:13:20.250000000Z' })
    expect(entries[1]).to.include({ target: 'file' })
  })

  it('goes into directories with --recursive', async () => {
    const { entries } = await listing('-r', 'tree/')
    expect(entries.map(({ path }) => path)).to.deep.equal(['file', 'link', 'sub', 'sub/deep'])
  })

  it('lists a file as the one entry it is', async () => {
    const { entries } = await listing('tree/file')
    expect(entries).to.have.length(1)
    expect(entries[0]).to.include({ path: 'file', type: 'file', sizeBytes: 5 })
  })

  it('gives no entry for an empty directory', async () => {
    mkdirSync(sandbox.at('empty'))
    expect(await listing('empty')).to.deep.equal({
      operation: 'list',
      target: 'empty',
      entries: [],
      failures: [],
    })
  })

  it('is a line an entry for people, and answers to ls', async () => {
    const { stdout, code } = await sandbox.run(['ls', 'tree'], { env: { TZ: 'UTC' } })
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).to.equal('-rw-r-----       5 B  2023-11-14 22:13:20  file')
    expect(lines[1]).to.match(/^l.* link -> file$/)
    expect(lines[2]).to.match(/^drwxr-xr-x .* sub\/$/)
    expect(code).to.equal(0)
  })

  it('S21: escapes names', async () => {
    writeFileSync(sandbox.at('tree/\u001B[31mred\n'), '')
    const { stdout } = await sandbox.run(['list', 'tree'])
    expect(stdout)
      .to.include(String.raw`\x1b[31mred\n`)
      .and.not.include('\u001B')
    expect((await listing('tree')).entries.map(({ path }) => path)).to.include('\u001B[31mred\n')
  })

  it('says in a line that its result cannot be written', async function () {
    if (!existsSync('/dev/full')) return this.skip()
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `exec '${process.execPath}' '${BLIT}' list tree > /dev/full`],
      {
        cwd: sandbox.path,
        env: sandbox.env,
        encoding: 'utf8',
      },
    )
    expect(stderr).to.match(/^blit: cannot write the result: no space left on the device .*\n$/)
    expect(status).to.equal(5)
  })

  it('ends quietly when its reader has enough', async () => {
    const { child, done } = sandbox.start(['list', '-r', '/usr'])
    child.stdout?.once('data', () => child.stdout?.destroy())
    const { code, stderr } = await done
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' })
  })
})

import { expect } from 'chai'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { makeSandbox, type Sandbox } from './blit.js'

/** The keys of the object, in the order that CLI.md gives them. */
const KEYS = [
  'operation',
  'source',
  'sources',
  'destination',
  'dryRun',
  'route',
  'dataPlane',
  'streams',
  'filesScanned',
  'filesCopied',
  'filesSkipped',
  'filesDeleted',
  'dirsCreated',
  'dirsDeleted',
  'linksCreated',
  'sourcesRemoved',
  'bytesCopied',
  'bytesResumed',
  'durationMs',
  'failures',
]

describe('results', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src/sub'), { recursive: true })
    writeFileSync(sandbox.at('src/a'), 'aaa')
    writeFileSync(sandbox.at('src/sub/b'), 'bbbbb')
  })

  afterEach(() => sandbox.remove())

  async function report(...args: string[]): Promise<Record<string, unknown>> {
    const { stdout, stderr } = await sandbox.run(args)
    expect(stderr).to.equal('')
    expect(stdout).to.match(/^\{.*\}\n$/)
    return JSON.parse(stdout) as Record<string, unknown>
  }

  it('of a copy are one object with the promised keys', async () => {
    const object = await report('copy', '--json', 'src', 'dst')
    expect(Object.keys(object)).to.deep.equal(KEYS)
    expect(object).to.deep.include({
      operation: 'copy',
      source: 'src',
      sources: ['src'],
      destination: 'dst',
      dryRun: false,
      route: 'local',
      dataPlane: 'kernel',
      streams: 0,
      filesScanned: 2,
      filesCopied: 2,
      filesSkipped: 0,
      bytesCopied: 8,
      failures: [],
    })
  })

  it('of the other verbs have the same keys', async () => {
    await sandbox.run(['copy', 'src', 'dst'])
    writeFileSync(sandbox.at('dst/extra'), '')
    expect(await report('mirror', '-y', '--json', 'src', 'dst')).to.include({
      operation: 'mirror',
      filesSkipped: 2,
      filesDeleted: 1,
    })
    const moved = await report('move', '--json', 'src', 'elsewhere')
    expect(Object.keys(moved)).to.deep.equal(KEYS)
    expect(moved).to.include({ operation: 'move' })
    const purged = await report('purge', '-y', '--json', 'dst')
    expect(Object.keys(purged)).to.deep.equal(KEYS)
    expect(purged).to.include({ operation: 'purge', source: 'dst', filesDeleted: 2, dirsDeleted: 2 })
  })

  it('of several sources name them all', async () => {
    const object = await report('copy', '--json', 'src/a', 'src/sub', 'dst')
    expect(object).to.deep.include({ source: 'src/a', sources: ['src/a', 'src/sub'] })
  })

  it('are on stdout alone with --json, whatever else is asked for', async () => {
    const { stdout } = await sandbox.run([
      'copy',
      '--json',
      '--verbose',
      '--stats',
      '--progress',
      'src',
      'dst',
    ])
    expect(Object.keys(JSON.parse(stdout) as object)).to.deep.equal(KEYS)
  })

  it('are one line for people', async () => {
    const { stdout, stderr } = await sandbox.run(['copy', 'src', 'dst'])
    expect(stdout).to.match(/^copied 2 files \(8 B\), made 2 directories in [\d.]+s\n$/)
    expect(stderr).to.equal('')
  })

  it('say every path with --verbose', async () => {
    const { stdout } = await sandbox.run(['copy', '-v', 'src', 'dst'])
    const lines = stdout.trim().split('\n')
    expect(lines.slice(0, -1)).to.include.members(['copy a', 'copy sub/b', 'mkdir sub'])
    expect(lines.at(-1)).to.match(/^copied 2 files/)
  })

  it('of a dry run say what would happen, and it does not', async () => {
    mkdirSync(sandbox.at('dst'))
    writeFileSync(sandbox.at('dst/extra'), '')
    const { stdout, code } = await sandbox.run(['mirror', '-n', 'src', 'dst'])
    expect(stdout.split('\n')).to.include.members(['copy a', 'copy sub/b', 'delete extra'])
    expect(stdout).to.match(/^would copy 2 files \(8 B\).*delete 1 file/m)
    expect(code).to.equal(0)
    expect(existsSync(sandbox.at('dst/a'))).to.equal(false)
    expect(existsSync(sandbox.at('dst/extra'))).to.equal(true)
    expect(await report('mirror', '-n', '--json', 'src', 'dst')).to.include({ dryRun: true, filesCopied: 2 })
  })

  it('are not said with --quiet, failures are', async () => {
    expect(await sandbox.run(['copy', '-q', 'src', 'dst'])).to.include({ code: 0, stdout: '', stderr: '' })
    const { code, stdout, stderr } = await sandbox.run(['copy', '-q', '--files-from', '-', 'src', 'dst'], {
      input: 'gone',
    })
    expect({ code, stdout }).to.deep.equal({ code: 3, stdout: '' })
    expect(stderr).to.match(/^blit: .*gone/)
  })

  it('are a table with --stats', async () => {
    const { stdout } = await sandbox.run(['copy', '--stats', 'src', 'dst'])
    expect(stdout)
      .to.match(/^files copied +2$/m)
      .and.match(/^bytes copied +8 \(/m)
  })

  it('go to --log-file too, with every path and failure, after what is there', async () => {
    writeFileSync(sandbox.at('log'), 'before\n')
    await sandbox.run(['copy', '-q', '--log-file', 'log', '--files-from', '-', 'src', 'dst'], {
      input: 'a\ngone',
    })
    const lines = readFileSync(sandbox.at('log'), 'utf8').trim().split('\n')
    const texts = lines.slice(1).map((line) => line.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z /, ''))
    expect(lines[0]).to.equal('before')
    expect(texts).to.include('copy a')
    expect(texts.some((text) => text.startsWith('failed gone: '))).to.equal(true)
    expect(texts.at(-1)).to.match(/^copied 1 file/)
  })

  it('show where a transfer is on stderr with --progress where there is no terminal', async () => {
    const { stderr, stdout } = await sandbox.run(['copy', '--progress', 'src', 'dst'])
    expect(stderr).to.match(/^blit: (scan|transfer|finish): /)
    expect(stdout).to.match(/^copied 2 files .*\n$/)
  })

  it('S21: escape what could move the cursor or reorder the line', async () => {
    writeFileSync(sandbox.at('src/\u001B[2Jcls\u202Etxt\n'), '')
    const { stdout } = await sandbox.run(['copy', '-v', 'src', 'dst'])
    expect(stdout).to.include(String.raw`copy \x1b[2Jcls\u202etxt\n`)
    const { stderr } = await sandbox.run(['copy', 'missing\u001B]0;x\u0007', 'dst'])
    expect(stderr).to.include(String.raw`missing\x1b]0;x\x07`)
    expect(stdout + stderr).not.to.match(/[\u001B\u202E]/)
  })
})

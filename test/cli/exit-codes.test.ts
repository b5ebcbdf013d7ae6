import { expect } from 'chai'
import { chmodSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { makeSandbox, type Run, type Sandbox } from './blit.js'

const AS_ROOT = process.getuid?.() === 0

describe('exit codes', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src/sub'), { recursive: true })
    writeFileSync(sandbox.at('src/a'), 'aaa')
    writeFileSync(sandbox.at('src/sub/b'), 'bbb')
  })

  afterEach(() => sandbox.remove())

  /** Runs a command line without and with `--json`, each in a state that `prepare` makes anew. */
  async function both(args: readonly string[], prepare?: () => void): Promise<[plain: Run, json: Run]> {
    prepare?.()
    const plain = await sandbox.run(args)
    prepare?.()
    const [command = '', ...rest] = args
    return [plain, await sandbox.run([command, '--json', ...rest])]
  }

  async function expectRefusal(
    args: readonly string[],
    exit: number,
    code: string,
    says: RegExp,
  ): Promise<void> {
    const [plain, json] = await both(args)
    expect(plain.stderr)
      .to.match(says)
      .and.match(/^blit: .*\n$/)
    expect(plain).to.include({ code: exit, stdout: '' })
    const { error } = JSON.parse(json.stdout) as { error: unknown }
    expect(error).to.include({ code, exit })
    expect(json.code).to.equal(exit)
  }

  it('0: all is done', async () => {
    const [plain, json] = await both(['copy', 'src', 'dst'])
    expect(plain).to.include({ code: 0, stderr: '' })
    expect(json).to.include({ code: 0, stderr: '' })
    expect(readFileSync(sandbox.at('dst/sub/b'), 'utf8')).to.equal('bbb')
  })

  it('0: nothing was to be done', async () => {
    await sandbox.run(['copy', 'src', 'dst'])
    const { code, stdout } = await sandbox.run(['mirror', '-y', 'src', 'dst'])
    expect(stdout).to.include('copied 0 files')
    expect(code).to.equal(0)
  })

  it('0: help, version and a list of commands', async () => {
    for (const args of [
      ['--version'],
      ['-v'],
      ['--help'],
      ['-h'],
      [],
      ['help', 'copy'],
      ['copy', '--help'],
    ]) {
      const { code, stdout, stderr } = await sandbox.run(args)
      expect(stdout, args.join(' ')).not.to.equal('')
      expect({ code, stderr }, args.join(' ')).to.deep.equal({ code: 0, stderr: '' })
    }
  })

  it('3: a file of --files-from is missing, the others arrive', async () => {
    const [plain, json] = await both(['copy', '--files-from', sandbox.at('names'), 'src', 'dst'], () =>
      writeFileSync(sandbox.at('names'), 'a\nmissing\n'),
    )
    expect(plain.stderr).to.match(/^blit: .*missing/)
    expect(plain.code).to.equal(3)
    const { failures } = JSON.parse(json.stdout) as { failures: Array<Record<string, unknown>> }
    expect(failures.map(({ path }) => path)).to.deep.equal(['missing'])
    expect(json).to.include({ code: 3, stderr: '' })
    expect(readdirSync(sandbox.at('dst'))).to.deep.equal(['a'])
  })

  it('3: a directory cannot be read', async function () {
    if (AS_ROOT) return this.skip()
    chmodSync(sandbox.at('src/sub'), 0)
    const [plain, json] = await both(['copy', 'src', 'dst'])
    chmodSync(sandbox.at('src/sub'), 0o755)
    expect(plain.stderr).to.include('sub')
    expect(plain.code).to.equal(3)
    expect(json.code).to.equal(3)
  })

  it('4: the source is missing', () =>
    expectRefusal(['copy', 'missing', 'dst'], 4, 'E_SOURCE_MISSING', /missing/))

  it('4: the target of a list is missing', () =>
    expectRefusal(['list', 'missing'], 4, 'E_SOURCE_MISSING', /missing/))

  it('4: the very thing that is named cannot be read', async function () {
    if (AS_ROOT) return this.skip()
    for (const args of [
      ['copy', 'src/a', 'dst'],
      ['copy', 'src/sub', 'dst'],
      ['list', 'src/sub'],
    ]) {
      chmodSync(sandbox.at('src/a'), 0)
      chmodSync(sandbox.at('src/sub'), 0)
      const [plain, json] = await both(args)
      chmodSync(sandbox.at('src/sub'), 0o755)
      expect(plain.stderr, args.join(' ')).to.match(/permission/)
      expect([plain.code, json.code], args.join(' ')).to.deep.equal([4, 4])
    }
  })

  it('5: a file is where a directory is needed', () =>
    expectRefusal(['mirror', '-y', 'src/sub', 'src/a'], 5, 'E_DESTINATION', /src\/a/))

  it('5: the destination is below a file', () =>
    expectRefusal(['copy', 'src/sub', 'src/a/dst'], 5, 'E_DESTINATION', /src\/a\/dst/))

  it('7: nobody is there to ask', async () => {
    mkdirSync(sandbox.at('dst'))
    writeFileSync(sandbox.at('dst/extra'), '')
    await expectRefusal(['mirror', 'src', 'dst'], 7, 'E_DECLINED', /--yes/)
    await expectRefusal(['purge', 'dst'], 7, 'E_DECLINED', /--yes/)
    expect(readdirSync(sandbox.at('dst'))).to.deep.equal(['extra'])
  })

  it('8: more would be deleted than --max-delete allows, and nothing is', async () => {
    mkdirSync(sandbox.at('dst'))
    for (const name of ['x', 'y', 'z']) writeFileSync(sandbox.at('dst', name), '')
    const [plain, json] = await both(['mirror', '-y', '--max-delete', '2', 'src', 'dst'])
    expect(plain.stderr).to.match(/^blit: .*--max-delete/)
    expect(plain.code).to.equal(8)
    expect(JSON.parse(json.stdout)).to.have.nested.property('error.code', 'E_MAX_DELETE')
    expect(json.code).to.equal(8)
    expect(readdirSync(sandbox.at('dst'))).to.include.members(['x', 'y', 'z'])
  })

  it('8: an object that bytes had moved for keeps its counts beside the error', async () => {
    mkdirSync(sandbox.at('dst'))
    for (const name of ['x', 'y', 'z']) writeFileSync(sandbox.at('dst', name), '')
    const { stdout } = await sandbox.run(['mirror', '--json', '-y', '--max-delete', '2', 'src', 'dst'])
    const report = JSON.parse(stdout) as Record<string, unknown>
    expect(report).to.include({ operation: 'mirror', filesCopied: 2, bytesCopied: 6, filesDeleted: 0 })
    expect(report['error']).to.include({ code: 'E_MAX_DELETE', exit: 8 })
  })

  it('8: the source of a mirror is empty, and the destination is not', async () => {
    mkdirSync(sandbox.at('empty'))
    await expectRefusal(['mirror', '-y', 'empty', 'src'], 8, 'E_EMPTY_SOURCE', /--allow-empty-source/)
    expect(readdirSync(sandbox.at('src'))).to.include('a')
  })

  it('8: a tree onto itself or into itself, by another spelling', async () => {
    symlinkSync('src', sandbox.at('alias'))
    await expectRefusal(['copy', 'src', 'alias/'], 8, 'E_OVERLAP', /src/)
    await expectRefusal(['mirror', '-y', 'src', 'src/sub/../sub'], 8, 'E_OVERLAP', /src/)
    expect(readdirSync(sandbox.at('src/sub'))).to.deep.equal(['b'])
  })

  it('10: no plugin for the scheme, and which to try', () =>
    expectRefusal(
      ['copy', 'src', 'gopher://host/x'],
      10,
      'E_NO_PLUGIN',
      /blit plugins install @blit\/gopher/,
    ))

  it('12 before 4, 4 before 3: the first of the order that applies', async () => {
    const { code } = await sandbox.run(['copy', 'missing', 'gopher://host/x'])
    expect(code).to.equal(10)
  })
})

import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { BLIT, makeSandbox, settle, type Sandbox } from './sandbox.js'
import { canBeOther } from '../../../../test/support/other-user.js'

describe('blit find', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    sandbox.fill({ 't/a.txt': '12345', 't/d/b.txt': '', 't/d/e/c.md': 'x', 't/empty': null })
    symlinkSync('a.txt', sandbox.at('t/link'))
  })

  afterEach(() => sandbox.remove())

  async function find(...args: string[]): Promise<string[]> {
    const { code, stdout, stderr } = await sandbox.run(['find', ...args])
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' })
    return stdout.toString().split('\n').slice(0, -1)
  }

  it('prints the paths below a target, those of a directory before those below', async () => {
    const everything = ['a.txt', 'd', 'empty', 'link', 'd/b.txt', 'd/e', 'd/e/c.md']
    expect(await find('t')).to.deep.equal(everything)
    expect(await find('t/')).to.deep.equal(everything)
    expect(await find('t/a.txt')).to.deep.equal(['a.txt'])
    expect(await find('t/empty')).to.deep.equal([])
  })

  it('tests names, paths, types, sizes, ages and depth', async () => {
    expect(await find('t', '--name', '*.txt', '--name=*.md')).to.deep.equal(['a.txt', 'd/b.txt', 'd/e/c.md'])
    expect(await find('--path', '/d/*', 't')).to.deep.equal(['d/b.txt', 'd/e'])
    expect(await find('t', '--type', 'd', '--type', 'l')).to.deep.equal(['d', 'empty', 'link', 'd/e'])
    expect(await find('t', '--min-size', '1', '--max-size', '4')).to.deep.equal(['d/e/c.md'])
    expect(await find('t', '--empty')).to.have.members(['d/b.txt', 'empty'])
    expect(await find('t', '--depth', '1', '--type', 'f')).to.deep.equal(['a.txt'])
    utimesSync(sandbox.at('t/d/b.txt'), 1_000_000, 1_000_000)
    expect(await find('t', '--min-age', '365d')).to.deep.equal(['d/b.txt'])
    expect(await find('t', '--max-age', '1d', '--name', '*.txt')).to.deep.equal(['a.txt'])
  })

  it('prints one object with --json', async () => {
    settle(sandbox.at('t/a.txt'), 0o640)
    settle(sandbox.at('t/d'), 0o2755)
    settle(sandbox.at('t/link'))
    const { code, value } = await sandbox.json(['find', 't', '--depth', '1', '--name', '[adl]*'])
    expect(code).to.equal(0)
    const own = { uid: process.getuid?.(), gid: process.getgid?.() }
    const mtime = '2023-11-14T22:13:20.250000000Z'
    expect(value).to.deep.equal({
      operation: 'find',
      target: 't',
      entries: [
        { path: 'a.txt', type: 'file', sizeBytes: 5, mtime, mode: '0640', ...own },
        { path: 'd', type: 'directory', sizeBytes: 0, mtime, mode: '2755', ...own },
        { path: 'link', type: 'symlink', sizeBytes: 0, mtime, mode: '0777', ...own, target: 'a.txt' },
      ],
      failures: [],
    })
    expect((await sandbox.json(['find', 't/empty'])).value).to.deep.equal({
      operation: 'find',
      target: 't/empty',
      entries: [],
      failures: [],
    })
  })

  it('prints a long listing', async () => {
    settle(sandbox.at('t/a.txt'), 0o640)
    expect(await find('t', '--name', 'a*', '-l')).to.deep.equal([
      '-rw-r-----       5 B  2023-11-14 22:13:20  a.txt',
    ])
  })

  it('S8 S21: escapes names in lines, and gives their very bytes with -0', async () => {
    const directory = Buffer.concat([Buffer.from(sandbox.at('t/empty/')), Buffer.of(0xff)])
    mkdirSync(directory)
    writeFileSync(Buffer.concat([directory, Buffer.from('/-\n\u001B\u202E')]), '')
    expect(await find('t/empty')).to.deep.equal([String.raw`\xff`, String.raw`\xff/-\n\x1b\u202e`])
    const { stdout } = await sandbox.run(['find', 't/empty', '-0', '--type', 'f'])
    expect(stdout).to.deep.equal(Buffer.concat([Buffer.of(0xff), Buffer.from('/-\n\u001B\u202E\0')]))
    const { value } = await sandbox.json(['find', 't/empty', '--type', 'f'])
    expect(value).to.have.nested.property('entries[0].path', '\uDCFF/-\n\u001B\u202E')
  })

  it('says what copy is to take', async () => {
    const program = `"${process.execPath}" "${BLIT}"`
    const line = `${program} find t --name '*.txt' -0 | ${program} copy --files-from - t out`
    execFileSync('sh', ['-c', line], { cwd: sandbox.path, stdio: 'ignore' })
    expect(await find('out')).to.deep.equal(['a.txt', 'd', 'd/b.txt'])
  })

  it('S6: names what it could not read, and answers 3', async function () {
    if (!canBeOther) this.skip()
    chmodSync(sandbox.at('t/d'), 0o000)
    const { code, stdout, stderr } = await sandbox.run(['find', 't'], { asOther: true })
    expect({ code, stdout: stdout.toString() }).to.deep.equal({ code: 3, stdout: 'a.txt\nd\nempty\nlink\n' })
    expect(stderr).to.match(/^blit: d: .*permission denied\n$/)
    const { code: same, value } = await sandbox.json(['find', 't'], { asOther: true })
    expect(same).to.equal(3)
    expect(value).to.have.nested.property('failures[0].code', 'E_SCAN')
  })

  it('answers 4 for a target that cannot be read at all', async function () {
    if (!canBeOther) this.skip()
    chmodSync(sandbox.at('t/d'), 0o000)
    const { code, stderr } = await sandbox.run(['find', 't/d'], { asOther: true })
    expect(code).to.equal(4)
    expect(stderr).to.match(/^blit: [^\n]*permission denied[^\n]*\n$/)
  })

  for (const [what, args, exit] of [
    ['no operand', [], 2],
    ['two operands', ['t', 't'], 2],
    ['a type that is none', ['t', '--type', 'z'], 2],
    ['a bad glob', ['t', '--name', '{'], 2],
    ['a name with a slash', ['t', '--name', 'a/b'], 2],
    ['a smallest size above the largest', ['t', '--min-size', '2', '--max-size', '1'], 2],
    ['a depth of nothing', ['t', '--depth', '0'], 2],
    ['a bad age', ['t', '--min-age', '5y'], 2],
    ['a missing target', ['no'], 4],
  ] as const) {
    it(`refuses ${what} with exit ${exit}`, async () => {
      const { code, stdout, stderr } = await sandbox.run(['find', ...args])
      expect({ code, stdout: stdout.toString() }).to.deep.equal({ code: exit, stdout: '' })
      expect(stderr).to.match(/^blit: [^\n]+\n$/)
    })
  }

  for (const other of ['--long', '--json']) {
    it(`refuses -0 with ${other}`, async () => {
      const { code } = await sandbox.run(['find', 't', '-0', other])
      expect(code).to.equal(2)
    })
  }
})

import { expect } from 'chai'
import { chmodSync, cpSync, linkSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { makeSandbox, untilOpen, type Sandbox } from './sandbox.js'
import { canBeOther } from '../../../../test/support/other-user.js'

interface CheckReport {
  readonly differences: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly checked: number
  readonly matched: number
  readonly durationMs: number
}

describe('blit check', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    sandbox.fill({ 'a/f': 'content', 'a/d/e/g': 'deep', 'a/empty': null, 'a/none': '' })
    symlinkSync('f', sandbox.at('a/link'))
    cpSync(sandbox.at('a'), sandbox.at('b'), { recursive: true, verbatimSymlinks: true })
  })

  afterEach(() => sandbox.remove())

  async function report(...args: string[]): Promise<{ code: number | null; value: CheckReport }> {
    return sandbox.json(['check', ...args]) as Promise<{ code: number | null; value: CheckReport }>
  }

  it('says so where all is the same', async () => {
    utimesSync(sandbox.at('b/f'), 1, 1)
    const { code, stdout, stderr } = await sandbox.run(['check', 'a', 'b/'])
    expect({ code, stdout: stdout.toString(), stderr }).to.deep.equal({
      code: 0,
      stdout: 'checked 7 paths: all match\n',
      stderr: '',
    })
  })

  it('names every difference and answers 6, with and without --json', async () => {
    sandbox.fill({ 'a/gone': 'x', 'b/more/in': 'x', 'b/f': 'CONTENT' })
    const { code, stdout, stderr } = await sandbox.run(['check', 'a', 'b'])
    expect({ code, stderr }).to.deep.equal({ code: 6, stderr: '' })
    expect(stdout.toString().split('\n')).to.deep.equal([
      'content  f',
      'missing  gone',
      'extra    more/',
      'extra    more/in',
      'checked 10 paths: 1 missing, 2 extra, 1 differ',
      '',
    ])
    expect((await sandbox.run(['check', 'a', 'b', '--json'])).code).to.equal(6)
  })

  it('prints one object with --json', async () => {
    sandbox.fill({ 'a/gone': 'x', 'b/f': 'longer than it was' })
    const { code, value } = await report('a', './b')
    expect(code).to.equal(6)
    expect(value.durationMs).to.be.a('number')
    expect({ ...value, durationMs: 0 }).to.deep.equal({
      operation: 'check',
      source: 'a',
      destination: './b',
      differences: [
        { path: 'f', kind: 'content', sourceSizeBytes: 7, destinationSizeBytes: 18 },
        { path: 'gone', kind: 'missing', type: 'file' },
      ],
      checked: 8,
      matched: 6,
      missing: 1,
      extra: 0,
      differing: 1,
      errors: 0,
      bytesCompared: 4,
      durationMs: 0,
    })
  })

  it('compares the files it was asked for, in however many directories', async () => {
    for (let d = 0; d < 40; d++)
      for (let f = 0; f < 3; f++)
        sandbox.fill({ [`m/d${d}/f${f}`]: `${d} ${f}`, [`n/d${d}/f${f}`]: `${d} ${f}` })
    writeFileSync(sandbox.at('n/d7/f2'), '7 3')
    const { code, value } = await report('m', 'n')
    expect(code).to.equal(6)
    expect(value.differences.map(({ path }) => path)).to.deep.equal(['d7/f2'])
  })

  it('finds the last byte of a large file', async () => {
    const content = Buffer.alloc(3 * 1024 * 1024, 'blit')
    writeFileSync(sandbox.at('a/large'), content)
    content[content.length - 1] = 0
    writeFileSync(sandbox.at('b/large'), content)
    expect((await report('a', 'b')).value.differences).to.have.length(1)
    expect((await report('a', 'b', '--size-only')).code).to.equal(0)
  })

  it('takes the filters of copy, in their order', async () => {
    sandbox.fill({ 'a/x.o': '1', 'b/x.o': '2', 'a/keep.o': '1', 'b/build/y': '', rules: '- /build/\n' })
    const { value } = await report(
      'a',
      'b',
      ...['--include', 'keep.o', '--exclude', '*.o', '--filter-from', 'rules'],
    )
    expect(value.differences).to.deep.equal([{ path: 'keep.o', kind: 'missing', type: 'file' }])
  })

  it('leaves out with --one-way what only the destination has', async () => {
    sandbox.fill({ 'b/more/in': 'x' })
    expect((await report('a', 'b', '--one-way')).code).to.equal(0)
    expect((await report('b', 'a', '--one-way')).code).to.equal(6)
  })

  it('compares types and targets of links', async () => {
    sandbox.fill({ 'a/x': null, 'b/x': 'file' })
    symlinkSync('to/one', sandbox.at('a/l'))
    symlinkSync('to/two', sandbox.at('b/l'))
    expect((await report('a', 'b')).value.differences).to.deep.equal([
      { path: 'l', kind: 'target', sourceTarget: 'to/one', destinationTarget: 'to/two' },
      { path: 'x', kind: 'type', sourceType: 'directory', destinationType: 'file' },
    ])
  })

  it('compares single files, also through links and by hard links', async () => {
    linkSync(sandbox.at('a/f'), sandbox.at('other'))
    expect((await report('a/f', 'b/f')).value).to.include({ checked: 1, matched: 1 })
    expect((await report('a/link', 'other')).value).to.include({ checked: 1, matched: 1 })
    expect((await report('a/f', 'b')).value).to.include({ checked: 1, matched: 1 })
    const { code, value } = await report('a/f', 'b/none')
    expect(code).to.equal(6)
    expect(value.differences[0]).to.include({ path: 'f', kind: 'content' })
  })

  it('finds empty trees to be the same, and full of what is missing', async () => {
    sandbox.fill({ c: null, d: null })
    expect((await report('c', 'd')).value).to.include({ checked: 0, matched: 0 })
    const { code, value } = await report('a', 'c')
    expect(code).to.equal(6)
    expect(value).to.include({ checked: 7, matched: 0, missing: 7 })
  })

  it('S8 S21: compares names of any bytes, and prints them escaped', async () => {
    const name = Buffer.concat([Buffer.from(sandbox.at('a/')), Buffer.of(0x0a, 0x1b, 0xff, 0x2d)])
    writeFileSync(name, 'x')
    const { stdout } = await sandbox.run(['check', 'a', 'b'])
    expect(stdout.toString()).to.include(String.raw`missing  \n\x1b\xff-` + '\n')
    expect((await report('a', 'b')).value.differences).to.deep.equal([
      { path: '\n\u001B\uDCFF-', kind: 'missing', type: 'file' },
    ])
    writeFileSync(sandbox.at('b/\uFFFD'), 'x')
    expect((await report('a', 'b')).code).to.equal(6)
  })

  it('S6: answers 3 where something could not be read, and 6 where something differs too', async function () {
    if (!canBeOther) this.skip()
    sandbox.fill({ 'a/secret/f': 'x', 'b/secret/f': 'x' })
    chmodSync(sandbox.at('a/secret'), 0o000)
    chmodSync(sandbox.at('b/f'), 0o000)
    const first = await sandbox.run(['check', 'a', 'b'], { asOther: true })
    expect(first.code).to.equal(3)
    expect(first.stdout.toString()).to.equal('checked 8 paths: 2 errors\n')
    expect(first.stderr).to.match(
      /^blit: destination: f: .*permission denied\nblit: source: secret: .*permission denied\n$/,
    )
    const { code, value } = await sandbox.json(['check', 'a', 'b'], { asOther: true })
    expect(code).to.equal(3)
    const { differences } = value as CheckReport
    expect(differences.map(({ path, kind, side, code: error }) => [path, kind, side, error])).to.deep.equal([
      ['f', 'error', 'destination', 'E_READ'],
      ['secret', 'error', 'source', 'E_SCAN'],
    ])
    sandbox.fill({ 'a/new': '' })
    expect((await sandbox.run(['check', 'a', 'b'], { asOther: true })).code).to.equal(6)
  })

  for (const [signal, exit] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`ends at ${signal} with exit ${exit}, in the middle of a file`, async function () {
      if (process.platform !== 'linux') this.skip()
      for (const name of ['a/endless', 'b/endless']) {
        writeFileSync(sandbox.at(name), '')
        truncateSync(sandbox.at(name), 2 ** 36)
      }

      sandbox.fill({ 'a/before': 'x' })
      const started = sandbox.start(['check', 'a', 'b', '--json'])
      await untilOpen(started, sandbox.at('a/endless'))
      started.child.kill(signal)
      const { code, stdout, stderr } = await started.done
      expect({ code, stderr }).to.deep.equal({ code: exit, stderr: '' })
      const report = JSON.parse(stdout.toString()) as CheckReport
      expect(report.differences).to.deep.equal([{ path: 'before', kind: 'missing', type: 'file' }])
      expect(report).to.have.nested.property('error.exit', exit)
      expect(report).to.have.nested.property('error.message', `interrupted by ${signal}`)
    })
  }

  for (const [what, args, exit, code] of [
    ['no operand', [], 2, 'E_USAGE'],
    ['one operand', ['a'], 2, 'E_USAGE'],
    ['three operands', ['a', 'b', 'c'], 2, 'E_USAGE'],
    ['an unknown flag', ['a', 'b', '--frobnicate'], 2, 'E_USAGE'],
    ['a bad glob', ['a', 'b', '--exclude', '['], 2, 'E_USAGE'],
    ['a bad size', ['a', 'b', '--min-size', 'huge'], 2, 'E_USAGE'],
    ['a missing source', ['no', 'b'], 4, 'E_SOURCE_MISSING'],
    ['a missing destination', ['a', 'no'], 5, 'E_DESTINATION'],
    ['a file as a directory', ['a/f/', 'b'], 4, 'E_SOURCE_UNREADABLE'],
    ['a scheme of nobody', ['a', 'nobody://x/y'], 10, 'E_NO_PLUGIN'],
  ] as const) {
    it(`refuses ${what} with exit ${exit} and one line`, async () => {
      const [{ code: answer, stdout, stderr }, { code: same, value }] = await Promise.all([
        sandbox.run(['check', ...args]),
        sandbox.json(['check', ...args]),
      ])
      expect({ answer, stdout: stdout.toString() }).to.deep.equal({ answer: exit, stdout: '' })
      expect(stderr).to.match(/^blit: [^\n]+\n$/)
      expect(same).to.equal(exit)
      expect(value).to.have.nested.property('error.code', code)
      expect(value).to.have.nested.property('error.exit', exit)
    })
  }
})

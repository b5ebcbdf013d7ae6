import { expect } from 'chai'
import { chmodSync, linkSync, lstatSync } from 'node:fs'
import { makeSandbox, type Sandbox } from './sandbox.js'
import { canBeOther } from '../../../../test/support/other-user.js'

interface UsageReport {
  readonly directories: ReadonlyArray<{
    readonly path: string
    readonly sizeBytes: number
    readonly allocatedBytes: number
  }>
  readonly failures: ReadonlyArray<Readonly<Record<string, unknown>>>
}

describe('blit du', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    sandbox.fill({ 't/small/f': '12345', 't/large/g': 'x'.repeat(20_000), 't/large/in/h': 'y', 't/top': 'z' })
  })

  afterEach(() => sandbox.remove())

  async function usage(...args: string[]): Promise<UsageReport> {
    const { code, value } = await sandbox.json(['du', ...args])
    expect(code).to.equal(0)
    return value as UsageReport
  }

  it('prints one object with --json, a row a directory by path', async () => {
    const report = await usage('t')
    const onDisk = (...paths: string[]): number =>
      paths.reduce((sum, path) => sum + lstatSync(sandbox.at('t', path)).blocks * 512, 0)
    const large = ['large', 'large/g', 'large/in', 'large/in/h']
    const small = ['small', 'small/f']
    expect(report).to.deep.equal({
      operation: 'du',
      target: 't',
      directories: [
        {
          path: '',
          sizeBytes: 20_007,
          allocatedBytes: onDisk('', 'top', ...large, ...small),
          files: 4,
          directories: 3,
          others: 0,
        },
        {
          path: 'large',
          sizeBytes: 20_001,
          allocatedBytes: onDisk(...large),
          files: 2,
          directories: 1,
          others: 0,
        },
        {
          path: 'large/in',
          sizeBytes: 1,
          allocatedBytes: onDisk('large/in', 'large/in/h'),
          files: 1,
          directories: 0,
          others: 0,
        },
        {
          path: 'small',
          sizeBytes: 5,
          allocatedBytes: onDisk(...small),
          files: 1,
          directories: 0,
          others: 0,
        },
      ],
      failures: [],
    })
  })

  it('goes as deep as it shall, and puts the largest first', async () => {
    const paths = async (...args: string[]): Promise<string[]> =>
      (await usage('t', ...args)).directories.map(({ path }) => path)
    expect(await paths('--depth', '1')).to.deep.equal(['', 'large', 'small'])
    expect(await paths('--depth=0')).to.deep.equal([''])
    expect(await paths('-s')).to.deep.equal([''])
    expect(await paths('--sort', 'size')).to.deep.equal(['', 'large', 'small', 'large/in'])
  })

  it('counts hard links once', async () => {
    linkSync(sandbox.at('t/large/g'), sandbox.at('t/small/again'))
    expect((await usage('t', '--summarize')).directories[0]).to.include({ sizeBytes: 20_007, files: 4 })
  })

  it('prints a table, exact or for the eye', async () => {
    const exact = (await sandbox.run(['du', '-s', 't'])).stdout.toString().split('\n')
    expect(exact[0]).to.match(/^ *SIZE +ON DISK +FILES +DIRECTORIES +PATH$/)
    expect(exact[1]).to.match(/^20007 +\d+ +4 +3 +\.$/)
    expect((await sandbox.run(['du', '-s', '--human', 't'])).stdout.toString()).to.include('20.0 kB')
  })

  it('measures a file, and an empty directory', async () => {
    sandbox.fill({ empty: null })
    expect((await usage('t/small/f')).directories[0]).to.include({ path: 'f', sizeBytes: 5, files: 1 })
    expect((await usage('empty')).directories[0]).to.include({ path: '', sizeBytes: 0, files: 0 })
  })

  it('S6: names what it could not read, and answers 3', async function () {
    if (!canBeOther) this.skip()
    chmodSync(sandbox.at('t/large'), 0o000)
    const { code, stdout, stderr } = await sandbox.run(['du', 't'], { asOther: true })
    expect(code).to.equal(3)
    expect(stderr).to.match(/^blit: large: .*permission denied\n$/)
    expect(stdout.toString()).to.include('small')
    const { code: same, value } = await sandbox.json(['du', 't'], { asOther: true })
    expect(same).to.equal(3)
    expect((value as UsageReport).failures).to.have.length(1)
    expect((value as UsageReport).failures[0]).to.include({ path: 'large', code: 'E_SCAN' })
  })

  for (const [what, args, exit] of [
    ['no operand', [], 2],
    ['two operands', ['t', 't'], 2],
    ['a depth that is none', ['t', '--depth', '-1'], 2],
    ['a depth together with --summarize', ['t', '-s', '--depth', '1'], 2],
    ['an order that is none', ['t', '--sort', 'colour'], 2],
    ['a missing target', ['no'], 4],
  ] as const) {
    it(`refuses ${what} with exit ${exit}`, async () => {
      const { code, stdout, stderr } = await sandbox.run(['du', ...args])
      expect({ code, stdout: stdout.toString() }).to.deep.equal({ code: exit, stdout: '' })
      expect(stderr).to.match(/^blit: [^\n]+\n$/)
    })
  }
})

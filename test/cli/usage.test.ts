import { expect } from 'chai'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { makeSandbox, type Sandbox } from './blit.js'

/** Command lines that nobody can mean, and what has to be in the one line of the answer. */
const REFUSED: ReadonlyArray<readonly [args: readonly string[], says: RegExp]> = [
  [['coyp', 'src', 'dst'], /coyp is not a command of blit \(did you mean copy\?/],
  [['copy', '--yes=true', 'src', 'dst'], /--yes takes no value/],
  [['modules', 'blit://host/m'], /a path has no place in it/],
  [['ping', 'http://host'], /http:\/\/ is not what a daemon speaks/],
  [['copy'], /copy needs a source and a destination/],
  [['copy', 'src'], /copy needs a destination/],
  [['move'], /move needs a source and a destination/],
  [['mirror', 'src'], /mirror needs a destination/],
  [['mirror', 'src', 'other', 'dst', '-y'], /mirror takes one source and one destination/],
  [['purge'], /purge needs a target/],
  [['purge', 'src', 'dst', '-y'], /purge takes one target/],
  [['list'], /list needs a target/],
  [['list', 'src', 'dst'], /list takes one target/],
  [['copy', '', 'dst'], /an operand is empty/],
  [['copy', '--frobnicate', 'src', 'dst'], /unknown flag --frobnicate/],
  [['copy', '-Z', 'src', 'dst'], /unknown flag -Z/],
  [['list', '--checksum', 'src'], /unknown flag --checksum/],
  [
    ['copy', '--checksum', '--size-only', 'src', 'dst'],
    /--size-only cannot also be provided when using --checksum/,
  ],
  [['copy', '--quiet', '--verbose', 'src', 'dst'], /--verbose cannot also be provided when using --quiet/],
  [['mirror', '-y', '--files-from', '-', 'src', 'dst'], /--files-from cannot be used with mirror/],
  [['purge', '-y', '--files-from', '-', 'src'], /unknown flag --files-from/],
  [['copy', '--min-size', 'huge', 'src', 'dst'], /--min-size: 'huge' is no size/],
  [['copy', '--min-size=-5', 'src', 'dst'], /--min-size: '-5' is no size/],
  [['copy', '--min-size', '2M', '--max-size', '1M', 'src', 'dst'], /--min-size is more than --max-size/],
  [['copy', '--max-age', 'soon', 'src', 'dst'], /--max-age: 'soon' is no age/],
  [['copy', '--modify-window', '5 parsecs', 'src', 'dst'], /--modify-window: '5 parsecs' is no duration/],
  [['copy', '--bwlimit', '0', 'src', 'dst'], /--bwlimit: '0' is no rate/],
  [['copy', '--max-delete', '-1', 'src', 'dst'], /--max-delete: '-1' is not a whole number/],
  [['copy', '--max-delete', '1.5', 'src', 'dst'], /--max-delete: '1.5' is not a whole number/],
  [['copy', '--workers', '0', 'src', 'dst'], /--workers: '0' is not a whole number from 1 to 64/],
  [['copy', '--retries', 'often', 'src', 'dst'], /--retries: 'often' is not a whole number/],
  [['copy', '--exclude', '[a', 'src', 'dst'], /bad pattern '\[a'/],
  [['copy', '--filter-from', 'missing', 'src', 'dst'], /--filter-from: cannot read missing/],
  [['copy', '--files-from', 'missing', 'src', 'dst'], /--files-from: cannot read missing/],
  [['copy', '--files-from', '-', 'src', 'dst'], /empty list: --files-from names no path/],
  [['copy', '--backup-dir', '', 'src', 'dst'], /--backup-dir names no directory/],
  [['copy', '--log-file', 'missing/log', 'src', 'dst'], /--log-file: cannot write missing\/log/],
  [['copy', '--exclude'], /--exclude expects a value/],
  [
    ['copy', '--max-delete', '1', '--max-delete', '2', 'src', 'dst'],
    /--max-delete can only be specified once/,
  ],
  [['mirror', 'src/file', 'dst', '-y'], /src\/file/],
  [['copy', 'file:///a%2Fb', 'dst'], /%2F/],
]

describe('bad usage', () => {
  let sandbox: Sandbox

  beforeEach(() => {
    sandbox = makeSandbox()
    mkdirSync(sandbox.at('src'))
    writeFileSync(sandbox.at('src/file'), 'content')
  })

  afterEach(() => sandbox.remove())

  for (const [args, says] of REFUSED) {
    it(`refuses \`blit ${args.join(' ')}\` with exit 2, one line or one object, and touches nothing`, async () => {
      const [plain, json] = await Promise.all([
        sandbox.run(args),
        sandbox.run([...args.slice(0, 1), '--json', ...args.slice(1)]),
      ])
      expect(plain.stderr)
        .to.match(says)
        .and.match(/^blit: .*\n$/)
      expect(plain).to.include({ code: 2, stdout: '' })

      const { error } = JSON.parse(json.stdout) as { error: Record<string, unknown> }
      expect(error).to.include({ code: 'E_USAGE', exit: 2 })
      expect(error['message']).to.be.a('string').that.does.not.include('\n')
      expect(json).to.include({ code: 2, stderr: '' })
      expect(readdirSync(sandbox.path)).to.have.members(['.home', 'src'])
    })
  }

  it('says which commands a topic has', async () => {
    const { code, stderr, stdout } = await sandbox.run(['daemon', 'strat'])
    expect(stderr).to.equal('blit: daemon has no command strat (it has init, start, status, stop)\n')
    expect([code, stdout]).to.deep.equal([2, ''])
  })

  it('asks for no operand when there is no terminal, and reads none from stdin', async () => {
    const { code, stderr } = await sandbox.run(['copy'], { input: 'src\ndst\n' })
    expect(stderr).to.include('copy needs a source and a destination')
    expect(code).to.equal(2)
  })
})

import { expect } from 'chai'
import { DEFAULT_TRANSFER_OPTIONS, type BlitError } from '../../dist/index.js'
import { filterSpec } from '../../dist/command/flags/filter-rules.js'
import { refuseSwitchValues } from '../../dist/command/flags/refuse-switch-values.js'
import { shieldValues, unshield } from '../../dist/command/flags/shield-values.js'
import { transferFlags, transferOptions } from '../../dist/command/flags/transfer-options.js'

const ALL = {
  owner: true,
  hardLinks: true,
  xattrs: true,
  acls: true,
  setuid: true,
  sparse: true,
  devices: true,
  specials: true,
}

describe('the flags of a transfer', () => {
  it('ask for the defaults of the contract when none is given', () => {
    const { reportActions, ...defaults } = DEFAULT_TRANSFER_OPTIONS
    expect(reportActions).to.equal(false)
    expect(transferOptions('copy', {}, [])).to.deep.equal(defaults)
  })

  it('each reach their option', () => {
    const options = transferOptions(
      'mirror',
      {
        'dry-run': true,
        update: true,
        'ignore-existing': true,
        'modify-window': 5n,
        'copy-links': true,
        'max-delete': 0,
        'allow-empty-source': true,
        'delete-excluded': true,
        'backup-dir': 'old',
        fsync: true,
        resume: false,
        inplace: true,
        verify: true,
        retries: 0,
        bwlimit: 7,
        workers: 2,
        streams: 3,
        compress: true,
      },
      [],
    )
    expect(options).to.deep.include({
      dryRun: true,
      compare: { mode: 'quick', update: true, ignoreExisting: true, modifyWindowNs: 5n },
      copyLinks: true,
      maxDelete: 0,
      allowEmptySource: true,
      deleteExcluded: true,
      backupDir: 'old',
      fsync: true,
      resume: false,
      inplace: true,
      verify: true,
      retries: 0,
      bwlimitBytesPerSec: 7,
      workers: 2,
      streams: 3,
      compress: true,
    })
  })

  it('choose one way to compare', () => {
    const mode = (flags: object): string => transferOptions('copy', flags, []).compare.mode
    expect(mode({ checksum: true })).to.equal('checksum')
    expect(mode({ 'size-only': true })).to.equal('size')
    expect(mode({ 'ignore-times': true })).to.equal('never')
  })

  it('keep all with --archive, less what is taken away, and without it what is added', () => {
    expect(transferOptions('copy', { archive: true }, []).preserve).to.deep.equal(ALL)
    const less = transferOptions('copy', { archive: true, owner: false, specials: false }, []).preserve
    expect(less).to.deep.equal({ ...ALL, owner: false, specials: false })
    const { xattrs, owner } = transferOptions('copy', { xattrs: true }, []).preserve
    expect({ xattrs, owner }).to.deep.equal({ xattrs: true, owner: false })
  })

  it('refuse --files-from for a mirror', () => {
    expect(() => transferOptions('mirror', { 'files-from': 'x' }, [])).to.throw('--files-from')
  })

  it('are described by fragments in lower case', () => {
    for (const [name, { description }] of Object.entries(transferFlags)) {
      expect(description, name).to.match(/^[a-z].*[^.]$/s)
    }
  })
})

describe('filterSpec', () => {
  it('has the rules in the order given, whatever else stands between', () => {
    const { rules } = filterSpec({}, [
      { flag: 'include', input: 'a' },
      { flag: 'min-size', input: '1' },
      { flag: 'exclude', input: '*' },
      { flag: 'include', input: 'b' },
    ])
    expect(rules).to.deep.equal([
      { action: 'include', pattern: 'a' },
      { action: 'exclude', pattern: '*' },
      { action: 'include', pattern: 'b' },
    ])
  })

  it('makes points in time of ages', () => {
    const spec = filterSpec({ 'min-age': 1_000_000_000n, 'max-age': 3_000_000_000n }, [], 10_000)
    expect(spec).to.deep.equal({
      rules: [],
      modifiedBeforeNs: 9_000_000_000n,
      modifiedAfterNs: 7_000_000_000n,
    })
  })

  it('refuses limits that nothing could meet', () => {
    const error = caught(() => filterSpec({ 'min-size': 2, 'max-size': 1 }, []))
    expect(error).to.include({ code: 'E_USAGE' })
  })
})

describe('refuseSwitchValues', () => {
  const refusal = (...argv: string[]): string | undefined => {
    try {
      refuseSwitchValues(argv, transferFlags)
    } catch (error) {
      return `${(error as BlitError).code} ${(error as BlitError).message}`
    }

    return undefined
  }

  it('refuses a value behind a switch, which would become an operand', () => {
    expect(refusal('--yes=true', 'a', 'b')).to.equal('E_USAGE --yes takes no value')
    expect(refusal('a', '--archive=')).to.equal('E_USAGE --archive takes no value')
    expect(refusal('--no-resume=x')).to.equal('E_USAGE --no-resume takes no value')
    expect(refusal('-ny=1')).to.equal('E_USAGE -ny takes no value')
  })

  it('leaves values of other flags, what is unknown, and operands', () => {
    expect(refusal('--exclude=--yes=true', '--retries=2', '--nothing=1', 'a=b', '--', '--yes=true')).to.equal(
      undefined,
    )
  })
})

describe('shieldValues', () => {
  it('covers values that look like flags, of flags that take one, up to --', () => {
    const argv = ['--exclude=-n', '--exclude=x', '--checksum=-n', '-n', '--', '--exclude=-n']
    const shielded = shieldValues(argv, transferFlags)
    expect(shielded).to.deep.equal(['--exclude=\0-n', ...argv.slice(1)])
    expect(unshield('\0-n')).to.equal('-n')
    expect(unshield(['\0-n', 'x', true])).to.deep.equal(['-n', 'x', true])
  })
})

function caught(act: () => unknown): BlitError {
  try {
    act()
  } catch (error) {
    return error as BlitError
  }

  throw new Error('nothing was thrown')
}

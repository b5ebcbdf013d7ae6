import { expect } from 'chai'
import { EMPTY_TALLY, type Progress, type TransferReport } from '../../dist/index.js'
import { entryLine, reportEntry } from '../../dist/command/view/entry-line.js'
import { PhaseGates } from '../../dist/command/view/phase-gates.js'
import { progressLine } from '../../dist/command/view/progress-line.js'
import { deleteMessage, describePlan } from '../../dist/command/view/question.js'
import { RateMeter } from '../../dist/command/view/rate-meter.js'
import { eraseReflowed } from '../../dist/command/view/reflow.js'
import { statsLines, summaryLine } from '../../dist/command/view/summary.js'
import { warningLine } from '../../dist/command/view/warning-line.js'

const PROGRESS: Progress = {
  phase: 'transfer',
  tally: { ...EMPTY_TALLY, filesScanned: 40, filesCopied: 3 },
  filesTotal: 10,
  bytesTotal: 5_000_000,
  bytesDone: 2_000_000,
  totalKnown: true,
}

const REPORT: TransferReport = {
  ...EMPTY_TALLY,
  operation: 'copy',
  source: 'a',
  sources: ['a'],
  destination: 'b',
  dryRun: false,
  route: 'local',
  dataPlane: 'kernel',
  streams: 0,
  durationMs: 2500,
  failures: [],
}

describe('progressLine', () => {
  it('says files, bytes, rate and time left of a transfer', () => {
    expect(progressLine(PROGRESS, 1_000_000)).to.equal(
      '3 of 10 files, 2.00 MB of 5.00 MB, 1.00 MB/s, 3.0s left',
    )
  })

  it('says that totals grow, and no time left, until they are known', () => {
    const line = progressLine({ ...PROGRESS, totalKnown: false }, 1_000_000)
    expect(line).to.equal('3 of 10+ files, 2.00 MB of 5.00 MB+, 1.00 MB/s')
  })

  it('says nothing of a rate that is not known or zero', () => {
    expect(progressLine(PROGRESS, undefined)).to.equal('3 of 10 files, 2.00 MB of 5.00 MB')
    expect(progressLine(PROGRESS, 0)).not.to.include('left')
  })

  it('says what a scan has found and what is deleted', () => {
    expect(progressLine({ ...PROGRESS, phase: 'scan' }, 1)).to.equal('40 files')
    const tally = { ...EMPTY_TALLY, filesDeleted: 1 }
    expect(progressLine({ ...PROGRESS, phase: 'delete', tally }, 1)).to.equal('1 entry')
  })
})

describe('eraseReflowed', () => {
  const block = '\u001B[2K\u001B[32mab\u001B[39m\nabcdefg\n'

  it('writes nothing where every line still has its row', () => {
    expect(eraseReflowed(block, 7)).to.equal('')
  })

  it('empties every row that the lines take now, and ends as many below the first as there were', () => {
    const up = '\u001B[1A\u001B[2K'
    expect(eraseReflowed(block, 6)).to.equal(`\r${up.repeat(3)}\n\n`)
    expect(eraseReflowed(block, 2)).to.equal(`\r${up.repeat(5)}\n\n`)
  })
})

describe('warningLine', () => {
  it('S21: names the path, escaped', () => {
    expect(warningLine('skipped', 'a\nb')).to.equal(String.raw`a\nb: skipped`)
    expect(warningLine('skipped', '')).to.equal('.: skipped')
    expect(warningLine('in clear')).to.equal('in clear')
  })
})

describe('RateMeter', () => {
  it('knows nothing from one count', () => {
    expect(new RateMeter().measure(100, 0)).to.equal(undefined)
  })

  it('gives a steady rate as it is, from the second count on', () => {
    const meter = new RateMeter()
    for (let i = 0; i <= 20; i++) {
      const rate = meter.measure(i * 500, i * 100)
      if (i > 0) expect(rate).to.be.closeTo(5000, 0.001)
    }
  })

  it('follows a change within seconds, not at once', () => {
    const meter = new RateMeter()
    meter.measure(0, 0)
    meter.measure(10_000, 10_000)
    expect(meter.measure(10_000, 10_500)).to.be.within(500, 1000)
    expect(meter.measure(10_000, 30_000)).to.be.below(10)
  })

  it('keeps what it knows while counts come too fast to tell', () => {
    const meter = new RateMeter()
    meter.measure(0, 0)
    meter.measure(1000, 1000)
    expect(meter.measure(900_000, 1001)).to.be.closeTo(1000, 0.001)
  })
})

describe('summaryLine', () => {
  it('claims what the counts say and leaves out what is zero', () => {
    expect(summaryLine({ report: REPORT, othersDeleted: 0 })).to.equal('copied 0 files (0 B) in 2.5s')
    const report = {
      ...REPORT,
      filesCopied: 1,
      bytesCopied: 2000,
      filesSkipped: 1,
      dirsCreated: 1,
      linksCreated: 2,
    }
    expect(summaryLine({ report, othersDeleted: 0 })).to.equal(
      'copied 1 file (2.00 kB), made 2 links, made 1 directory, left 1 file as it is in 2.5s',
    )
  })

  it('S6: counts the failures', () => {
    const failures = [{ path: 'x', code: 'E_READ', message: 'x: no' }]
    expect(summaryLine({ report: { ...REPORT, failures }, othersDeleted: 0 })).to.equal(
      'copied 0 files (0 B), 1 failure in 2.5s',
    )
  })

  it('speaks of what would be in a dry run', () => {
    const report = { ...REPORT, operation: 'mirror' as const, dryRun: true, filesCopied: 2, filesDeleted: 3 }
    expect(summaryLine({ report, othersDeleted: 0 })).to.equal(
      'would copy 2 files (0 B), delete 3 files and 0 directories in 2.5s',
    )
  })

  it('of a purge says what went', () => {
    const report = { ...REPORT, operation: 'purge' as const, filesDeleted: 3, dirsDeleted: 1 }
    expect(summaryLine({ report, othersDeleted: 0 })).to.equal('deleted 3 files and 1 directory in 2.5s')
    expect(summaryLine({ report, othersDeleted: 1 })).to.equal(
      'deleted 3 files, 1 other entry and 1 directory in 2.5s',
    )
  })
})

describe('statsLines', () => {
  it('name every count of the report', () => {
    const text = statsLines({ report: { ...REPORT, bytesCopied: 5000 }, othersDeleted: 0 }).join('\n')
    expect(text).to.match(/^bytes copied +5000 \(5\.00 kB, 2\.00 kB\/s\)$/m)
    for (const name of ['files scanned', 'files skipped', 'links created', 'bytes resumed', 'failures']) {
      expect(text).to.match(new RegExp(`^${name} +0$`, 'm'))
    }
  })
})

describe('the question before a deletion', () => {
  const question = (entries: number, sample: string[]): Parameters<typeof describePlan>[0] => ({
    operation: 'mirror',
    target: 'dst',
    plan: { entries, bytes: 1500, sample },
  })

  it('shows count, bytes and a sample, escaped (S21)', () => {
    expect(describePlan(question(25, ['a', 'b\u001B[2J']))).to.deep.equal([
      '25 entries (1.50 kB) in dst that the source does not have:',
      '  a',
      String.raw`  b\x1b[2J`,
      '  and 23 more',
    ])
  })

  it('fits one entry as well as many', () => {
    expect(deleteMessage(question(1, ['a']))).to.equal('Delete it?')
    expect(deleteMessage(question(2, ['a', 'b']))).to.equal('Delete these 2 entries?')
    expect(describePlan(question(1, ['a']))).to.have.length(2)
  })
})

describe('PhaseGates', () => {
  const gates = (): PhaseGates<'a' | 'b' | 'c'> => new PhaseGates(['a', 'b', 'c'])

  it('let a phase pass when a later one is reached, also by a leap', async () => {
    const leaping = gates()
    const passed = Promise.all([leaping.passed('a'), leaping.passed('b')])
    leaping.reach('c')
    await passed
    expect(leaping.hasReached('b')).to.equal(true)
  })

  it('do not go back', () => {
    const going = gates()
    going.reach('b')
    going.reach('a')
    expect(going.index).to.equal(1)
  })

  it('let all pass at the end, and tell what was reached', async () => {
    const ending = gates()
    const passed = ending.passed('a')
    ending.end()
    await passed
    expect([ending.isOver, ending.hasReached('a'), ending.hasReached('b')]).to.deep.equal([true, true, false])
  })

  it('reject for the phase in which it failed, and no other', async () => {
    const failing = gates()
    failing.reach('b')
    failing.fail(new Error('broken'))
    await failing.passed('a')
    const error = await failing.passed('b').catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(Error)
  })
})

describe('the time of an entry', () => {
  const at = (seconds: bigint, nanos = 0n): string =>
    reportEntry('f', { name: 'f', type: 'file', sizeBytes: 0, mtimeNs: seconds * 1_000_000_000n + nanos })
      .mtime

  it('is exact to the nanosecond, before 1970 too', () => {
    expect(at(0n, 1n)).to.equal('1970-01-01T00:00:00.000000001Z')
    expect(at(-1n, 999_999_999n)).to.equal('1969-12-31T23:59:59.999999999Z')
  })

  it('is that of the calendar, beyond what a Date holds', () => {
    expect(at(8_640_000_000_001n, 5n)).to.equal('+275760-09-13T00:00:01.000000005Z')
    expect(at(99_999_999_999_999n)).to.equal('+3170843-11-07T09:46:39.000000000Z')
    expect(at(-99_999_999_999_999n)).to.equal('-3166904-02-24T14:13:21.000000000Z')
    const entry = {
      name: 'f',
      type: 'file',
      sizeBytes: 0,
      mtimeNs: 99_999_999_999_999n * 1_000_000_000n,
    } as const
    expect(entryLine('f', entry)).to.match(/ 3170843-11-0[678] /)
  })
})

import { expect } from 'chai'
import { checkSummary, differenceLine } from '../../dist/check/difference-line.js'
import { emptyTally } from '../../dist/check/difference.js'

describe('a difference, printed', () => {
  it('is a line that says what is different', () => {
    expect(differenceLine({ path: 'a/b', kind: 'missing', type: 'file' })).to.equal('missing  a/b')
    expect(differenceLine({ path: 'd', kind: 'extra', type: 'directory' })).to.equal('extra    d/')
    const sizes = { sourceSizeBytes: 3, destinationSizeBytes: 3 }
    expect(differenceLine({ path: 'f', kind: 'content', ...sizes })).to.equal('content  f')
    expect(differenceLine({ path: 'f', kind: 'content', ...sizes, destinationSizeBytes: 5 })).to.equal(
      'content  f (3 bytes, at the destination 5)',
    )
    expect(
      differenceLine({ path: '', kind: 'type', sourceType: 'directory', destinationType: 'file' }),
    ).to.equal('type     . (directory, at the destination file)')
  })

  it('S21: is one line whatever names and targets hold', () => {
    const line = differenceLine({
      path: 'a\n\u001B[2J\u202E\uDC80',
      kind: 'target',
      sourceTarget: '\r',
      destinationTarget: '\u0007',
    })
    expect(line).to.equal(String.raw`target   a\n\x1b[2J\u202e\x80 (\r, at the destination \x07)`)
  })

  it('ends in a summary', () => {
    expect(checkSummary({ ...emptyTally(), checked: 1, matched: 1 })).to.equal('checked 1 path: all match')
    expect(
      checkSummary({ ...emptyTally(), checked: 1234, missing: 1, extra: 2, differing: 3, errors: 1 }),
    ).to.equal('checked 1,234 paths: 1 missing, 2 extra, 3 differ, 1 error')
  })
})

import { expect } from 'chai'
import { type BlitError, parseFilterFile } from '../../dist/index.js'

describe('parseFilterFile', () => {
  it('reads rules in order and leaves out comments and empty lines', () => {
    const text = '# objects\n\n+ keep.o\r\n-   *.o\n   \n- #x\n-\ta b \n'
    expect(parseFilterFile(text)).to.deep.equal([
      { action: 'include', pattern: 'keep.o' },
      { action: 'exclude', pattern: '*.o' },
      { action: 'exclude', pattern: '#x' },
      { action: 'exclude', pattern: 'a b ' },
    ])
    expect(parseFilterFile('\uFEFF- a')).to.deep.equal([{ action: 'exclude', pattern: 'a' }])
    expect(parseFilterFile('')).to.deep.equal([])
  })

  it('refuses anything else as usage, naming file and line', () => {
    for (const line of ['*.o', '-*.o', '+', '- ', ' - a', 'exclude a', '-\u001B[2J']) {
      try {
        parseFilterFile(`- ok\n${line}\n`, 'rules.txt')
        expect.fail(`accepted ${JSON.stringify(line)}`)
      } catch (error) {
        expect((error as BlitError).code, line).to.equal('E_USAGE')
        expect((error as BlitError).message)
          .to.match(/line 2 of rules\.txt/)
          .and.not.contain('\u001B')
      }
    }
  })
})

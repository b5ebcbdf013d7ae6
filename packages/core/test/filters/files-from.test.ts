import { expect } from 'chai'
import { type BlitError, parseFilesFrom } from '../../dist/index.js'

const parse = (text: string) => parseFilesFrom(Buffer.from(text, 'latin1'))

describe('parseFilesFrom', () => {
  it('separates by newline, or by NUL where there is one', () => {
    expect(parse('a\nb/c\n')).to.deep.equal(['a', 'b/c'])
    expect(parse('a')).to.deep.equal(['a'])
    expect(parse('a\nb\0c\0')).to.deep.equal(['a\nb', 'c'])
    expect(parse('\n\na\n\n')).to.deep.equal(['a'])
  })

  it('S8: keeps every other byte of a path', () => {
    expect(parse('a\r\n b \n\xFF\n-x')).to.deep.equal(['a\r', ' b ', '\uDCFF', '-x'])
  })

  it('takes away what does not change the path, and repetitions', () => {
    expect(parse('./a\nb//c/\n./././d/./e\na\n.')).to.deep.equal(['a', 'b/c', 'd/e', ''])
    expect(parse('...\n..a')).to.deep.equal(['...', '..a'])
  })

  it('refuses an empty list as usage', () => {
    for (const text of ['', '\n', '\0\0', '\n\n'])
      expect(() => parse(text))
        .to.throw('empty list')
        .with.property('code', 'E_USAGE')
  })

  it('S12: refuses absolute paths and .. as usage, naming the entry', () => {
    for (const entry of ['/etc/passwd', '//x', '..', '../a', 'a/../b', './../x', 'a/..']) {
      try {
        parse(`ok\n${entry}\n`)
        expect.fail(`accepted ${entry}`)
      } catch (error) {
        expect((error as BlitError).code, entry).to.equal('E_USAGE')
        expect((error as BlitError).message).to.contain(`'${entry}'`)
      }
    }
  })
})

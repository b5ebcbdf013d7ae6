import { expect } from 'chai'
import { checkName, checkRelativePath, joinPath } from '../../dist/index.js'

describe('checkName', () => {
  it('S8: takes every name a directory can hold', () => {
    for (const name of ['a', '...', '.x', ' ', '\n', '\uDCFF', '-', '*', 'a\\b', 'C:']) checkName(name)
  })

  it('S12: refuses what is no single name', () => {
    for (const name of ['', '.', '..', '/', 'a/b', 'a/', '/a', 'a\0b', '\0', '../x']) {
      expect(() => checkName(name), JSON.stringify(name))
        .to.throw(/bad name/)
        .with.property('code', 'E_BAD_NAME')
    }
  })
})

describe('checkRelativePath', () => {
  it('takes the root and components joined by single slashes', () => {
    for (const path of ['', 'a', 'a/b', '.a/..b/...', 'a\\b/c']) checkRelativePath(path)
  })

  it('S12: refuses everything that leaves the root or has two spellings', () => {
    for (const path of [
      '/',
      '/a',
      'a/',
      'a//b',
      '.',
      '..',
      'a/..',
      'a/../b',
      './a',
      'a/.',
      'a\0',
      'a/\0/b',
    ]) {
      expect(() => checkRelativePath(path), JSON.stringify(path))
        .to.throw(/bad name/)
        .with.property('code', 'E_BAD_NAME')
    }
  })

  it('S21: escapes what it names', () => {
    expect(() => checkRelativePath('\u001B/..')).to.throw("'\\x1b/..'")
  })
})

describe('joinPath', () => {
  it('joins, with the root on either side', () => {
    expect([
      joinPath('', 'a'),
      joinPath('a', 'b'),
      joinPath('a/b', 'c'),
      joinPath('a', ''),
      joinPath('', ''),
    ]).to.deep.equal(['a', 'a/b', 'a/b/c', 'a', ''])
  })
})

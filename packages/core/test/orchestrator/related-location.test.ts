import { expect } from 'chai'
import { parseOperand } from '../../dist/index.js'
import { childLocation, inDirectory } from '../../dist/orchestrator/related-location.js'

function directoryOf(text: string, platform: NodeJS.Platform): string | undefined {
  const found = inDirectory(parseOperand(text, { platform }), platform)
  return found && `${found.directory.path} > ${found.name}`
}

function childOf(text: string, platform: NodeJS.Platform): string {
  const { path, text: shown } = childLocation(parseOperand(text, { platform }), 'x', platform)
  return `${path} (${shown})`
}

describe('the directory a location is in', () => {
  const cases: Array<[string, NodeJS.Platform, string | undefined]> = [
    ['a', 'linux', '. > a'],
    ['./a', 'linux', '. > a'],
    ['a/b/', 'linux', 'a > b'],
    ['../a', 'linux', '.. > a'],
    ['/a', 'linux', '/ > a'],
    ['/a//b', 'linux', '/a > b'],
    ['file:///a/b%20c', 'linux', '/a > b c'],
    ['/', 'linux', undefined],
    ['.', 'linux', undefined],
    ['a/..', 'linux', undefined],
    ['s3://bucket/a/b', 'linux', 'a > b'],
    ['s3://bucket/a', 'linux', ' > a'],
    ['s3://bucket', 'linux', undefined],
    ['C:\\a\\b', 'win32', 'C:\\a > b'],
    ['C:\\a', 'win32', 'C:\\ > a'],
    ['a\\b', 'win32', 'a > b'],
    ['C:\\', 'win32', undefined],
  ]
  for (const [text, platform, expected] of cases) {
    it(`is ${expected ?? 'not known'} for ${text} on ${platform}`, () => {
      expect(directoryOf(text, platform)).to.equal(expected)
    })
  }
})

describe('the location of a name in a directory', () => {
  const cases: Array<[string, NodeJS.Platform, string]> = [
    ['a', 'linux', 'a/x (a/x)'],
    ['a/', 'linux', 'a/x (a/x)'],
    ['/', 'linux', '/x (/x)'],
    ['.', 'linux', './x (./x)'],
    ['s3://bucket/a/', 'linux', 'a/x (s3://bucket/a/x)'],
    ['s3://bucket', 'linux', 'x (s3://bucket/x)'],
    ['C:\\a', 'win32', 'C:\\a\\x (C:\\a\\x)'],
    ['C:\\', 'win32', 'C:\\x (C:\\x)'],
    ['a/', 'win32', 'a\\x (a/x)'],
  ]
  for (const [text, platform, expected] of cases) {
    it(`is ${expected} for ${text} on ${platform}`, () => expect(childOf(text, platform)).to.equal(expected))
  }
})

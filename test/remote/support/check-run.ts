import { expect } from 'chai'
import type { Run } from '../../cli/blit.js'

/** It ended by itself, with an error of its own, which moves no cursor and has an end. */
export function checkRun({ signal, stderr, stdout }: Run): void {
  expect(signal).to.equal(null)
  expect(stderr).not.to.match(/\n\s+at .+:\d+|E_UNEXPECTED|TypeError|RangeError/)
  expect(stdout + stderr).not.to.match(/[\u0000-\u0008\u000B-\u001F\u007F\u202E]/)
  expect((stdout + stderr).length).to.be.below(20_000)
}

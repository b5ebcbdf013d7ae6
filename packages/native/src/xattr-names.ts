import { isUtf8 } from 'node:buffer'

import type { XattrName } from './native.js'

/** The names in what listxattr(2) fills in: each is ended by a NUL. */
export function splitNames(list: Buffer): XattrName[] {
  const names: XattrName[] = []
  let start = 0
  for (let end = list.indexOf(0); end !== -1; end = list.indexOf(0, start)) {
    const name = list.subarray(start, end)
    names.push(isUtf8(name) ? name.toString('utf8') : Buffer.from(name))
    start = end + 1
  }

  return names
}

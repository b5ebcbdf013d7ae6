// Exchanges two names for each other, in a tight loop, until it is killed: for tests of races.
import { closeSync, openSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import process from 'node:process'

import { loadNative } from '@blit/native'

const [a = '', b = ''] = process.argv.slice(2)
const native = loadNative()
const fd = openSync(dirname(a), 'r')
process.stdout.write('begin\n')
for (;;) {
  try {
    native?.renameAt(fd, basename(a), fd, basename(b), 'exchange')
  } catch (error) {
    // The transfer has taken one of the names away: it comes back in the next round.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      closeSync(fd)
      throw error
    }
  }
}

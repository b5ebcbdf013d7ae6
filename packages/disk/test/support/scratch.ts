import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A directory of its own for each test of the calling suite; `elsewhere` is in another file system. `atEnd` sees them last. */
export function scratch({ atEnd }: { readonly atEnd?: () => void } = {}) {
  let directory = ''
  let other: string | undefined

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'blit-disk-'))
  })

  afterEach(() => {
    try {
      atEnd?.()
    } finally {
      remove(directory)
      if (other !== undefined) remove(other)
      other = undefined
    }
  })

  return {
    at: (...names: string[]) => join(directory, ...names),
    elsewhere(...names: string[]): string {
      other ??= mkdtempSync('/dev/shm/blit-disk-')
      return join(other, ...names)
    },
  }
}

/** Also what is deeper than a path may be long. */
function remove(directory: string): void {
  execFileSync('rm', ['-rf', directory])
}

export const isRoot = process.getuid?.() === 0

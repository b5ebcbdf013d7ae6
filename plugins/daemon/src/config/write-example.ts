import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { BlitError, displayPath, makeDirectories, toFsPath } from '@blit/core'
import { exampleConfig } from './example-config.js'

/** Writes the example where nothing is yet. Rejects with `E_CONFIG`. */
export function writeExample(path: string): void {
  try {
    makeDirectories(dirname(path), 0o777)
    writeFileSync(toFsPath(path), exampleConfig(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new BlitError(
      'E_CONFIG',
      `${displayPath(path)}: ${exists ? 'it exists, and stays as it is' : 'it cannot be written'}`,
      {
        path,
        hint: exists ? 'name another file with --config' : 'name a file with --config where you may write',
        cause: error,
      },
    )
  }
}

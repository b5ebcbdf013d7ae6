import { closeSync, openSync, writeSync } from 'node:fs'
import type { TransferObserver } from '../../contract/observer.js'
import { BlitError } from '../../errors/blit-error.js'
import { toFsPath } from '../../paths/byte-string.js'
import { displayPath } from '../../paths/display.js'
import { tell } from '../tell.js'
import { actionLine } from './action-line.js'
import { warningLine } from './warning-line.js'

/** The file of `--log-file`: a line for every path, warning and failure. */
export interface LogFile {
  readonly observer: TransferObserver
  line(text: string): void
  close(): void
}

/** Opens the file for appending. Rejects with `E_USAGE` when it cannot be written. */
export function openLogFile(path: string): LogFile {
  const file = openForAppending(path)
  let broken = false

  // An observer must not throw, and a full log must not stop a transfer.
  function write(lines: readonly string[]): void {
    if (broken) return
    const time = new Date().toISOString()
    try {
      writeSync(file, lines.map((line) => `${time} ${line}\n`).join(''))
    } catch (error) {
      broken = true
      tell(`blit: warning: the log file ends here: ${(error as Error).message}`)
    }
  }

  return {
    observer: {
      actions: (actions) => write(actions.map((action) => actionLine(action))),
      failure: (failure) => write([`failed ${displayPath(failure.path)}: ${displayPath(failure.message)}`]),
      warning: (message, path) => write([`warning ${warningLine(message, path)}`]),
    },
    line: (text) => write([text]),
    close: () => closeSync(file),
  }
}

function openForAppending(path: string): number {
  try {
    return openSync(toFsPath(path), 'a', 0o666)
  } catch (error) {
    const { code = 'refused' } = error as NodeJS.ErrnoException
    throw new BlitError('E_USAGE', `--log-file: cannot write ${displayPath(path)}: ${code}`, {
      path,
      cause: error,
    })
  }
}

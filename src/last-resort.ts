import { BlitError } from '@blit/core'
import { printError, toBlitError } from '@blit/core/command'

/**
 * What nobody caught ends the process: with the line and the exit code of every other error, never with a stack. That
 * a reader of stdout or stderr went away ends nothing: there is still work to be done.
 */
export function installLastResort(json: boolean): void {
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    const isOutput = error.syscall === 'write'
    const reported = isOutput ? unwritable(error) : toBlitError(error)
    // Where the result cannot be written, neither can the object that says so.
    printError(reported, json && !isOutput)
    process.exit(reported.exit)
  })
}

function unwritable(error: NodeJS.ErrnoException): BlitError {
  const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  const why = isFull ? 'no space left on the device' : error.message
  return new BlitError(isFull ? 'E_NO_SPACE' : 'E_IO', `cannot write the result: ${why}`, {
    hint: 'look at where stdout goes',
    cause: error,
  })
}

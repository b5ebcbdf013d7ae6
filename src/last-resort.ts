import { BlitError } from '@blit/core'
import { END_OF_RUN, printError, toBlitError } from '@blit/core/command'

/**
 * What nobody caught ends the process: with the line and the exit code of every other error, never with a stack. That
 * a reader of stdout or stderr went away ends nothing: there is still work to be done. Where the result cannot be
 * written for another reason, the run ends as it does when interrupted, so that nothing half-done is left. Where all came to rest before
 * the function that this gives was called, something waits for what never comes: that is no success.
 */
export function installLastResort(json: boolean): () => void {
  let lost: BlitError | undefined
  const onRest = (): void => {
    const error = new BlitError('E_UNEXPECTED', 'all came to a standstill before it was done')
    printError(error, json)
    process.exitCode = error.exit
  }

  process.once('beforeExit', onRest)
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    if (error.syscall !== 'write') {
      const reported = toBlitError(error)
      printError(reported, json)
      process.exit(reported.exit)
    }

    if (lost !== undefined) return
    lost = unwritable(error)
    process.emit(END_OF_RUN as 'beforeExit', lost as never)
  })
  process.on('exit', (exit) => {
    // A command that had come to its end did not report it; and an object that says so could not be written either.
    if (lost === undefined || (exit === lost.exit && !json)) return
    process.exitCode = lost.exit
    printError(lost, false)
  })
  return () => void process.off('beforeExit', onRest)
}

function unwritable(error: NodeJS.ErrnoException): BlitError {
  const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  const why = isFull ? 'no space left on the device' : error.message
  return new BlitError(isFull ? 'E_NO_SPACE' : 'E_IO', `cannot write the result: ${why}`, {
    hint: 'look at where stdout goes',
    cause: error,
  })
}

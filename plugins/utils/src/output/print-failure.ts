import { displayPath, type Failure } from '@blit/core'

/** Says on stderr that a path could not be done. */
export function printFailure({ message }: Failure, place?: string): void {
  process.stderr.write(`blit: ${place === undefined ? '' : `${place}: `}${displayPath(message)}\n`)
}

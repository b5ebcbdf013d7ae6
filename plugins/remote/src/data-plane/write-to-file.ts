import { writeSync } from 'node:fs'

/** Writes everything at `offset`; gives the error instead of throwing it: the rest of the connection is still good. */
export function writeToFile(fd: number, bytes: Buffer, offset: number): Error | undefined {
  try {
    let written = 0
    while (written < bytes.length)
      written += writeSync(fd, bytes, written, bytes.length - written, offset + written)
    return undefined
  } catch (error) {
    return error as Error
  }
}

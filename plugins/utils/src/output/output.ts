import { BlitError } from '@blit/core'

/** Where results go. */
export interface OutputStream {
  write(data: Uint8Array | string, done: (error?: Error | null) => void): boolean
  removeAllListeners(event: 'error'): unknown
  on(event: 'error', listener: () => void): unknown
}

/** The result of a command on its way out, at the pace of its reader. One a process. */
export class Output {
  private gone = false

  constructor(private readonly stream: OutputStream = process.stdout) {
    // Each write says for itself how it went; oclif's listener would throw where nobody can catch it.
    stream.removeAllListeners('error')
    stream.on('error', () => {})
  }

  /** Whether its reader has enough, as `head` has. What is written from here on is dropped. */
  get isClosed(): boolean {
    return this.gone
  }

  /** Resolves when the data is on its way. Rejects where it cannot be written, to a full disk for example. */
  async write(data: Uint8Array | string): Promise<void> {
    if (this.gone || data.length === 0) return
    try {
      await new Promise<void>((resolve, reject) => {
        this.stream.write(data, (error) => (error ? reject(error) : resolve()))
      })
    } catch (error) {
      this.gone = true
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'EPIPE') throw unwritable(code, message, error)
    }
  }
}

function unwritable(errno: string | undefined, message: string, cause: unknown): BlitError {
  const isFull = errno === 'ENOSPC' || errno === 'EDQUOT'
  const why = isFull ? 'no space left on the device' : message
  return new BlitError(isFull ? 'E_NO_SPACE' : 'E_IO', `cannot write the result: ${why}`, {
    hint: 'look at where stdout goes',
    cause,
  })
}

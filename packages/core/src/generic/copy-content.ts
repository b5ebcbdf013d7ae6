import { BlitError, isBlitError } from '../errors/blit-error.js'
import type { Entry } from '../model/entry.js'
import { displayPath } from '../paths/display.js'
import { fullMetadata } from './kept-metadata.js'
import { haveSameContent } from './same-content.js'
import type { TransferItem } from './transfer-item.js'
import type { TransferState } from './transfer-state.js'

/** Failures after which the same file may well succeed. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set([
  'E_CHANGED',
  'E_DIFFER',
  'E_NOT_FOUND',
  'E_READ',
  'E_WRITE',
])

/**
 * Copies the content of a regular file, and with it its attributes. A file that changes while it is read, or
 * fails, is tried again, as it is by then; so what lands is one version of it, never a mixture (S6). Resolves with the entry
 * that landed.
 */
export async function copyContent(state: TransferState, item: TransferItem): Promise<Entry> {
  let { entry } = item
  for (let left = state.options.retries; ; left--) {
    try {
      await copyOnce(state, item, entry)
      return entry
    } catch (error) {
      if (left <= 0 || state.signal.aborted || !isWorthAnotherTry(error)) throw asChanged(error, item)
      entry = await lookAgain(state, item)
    }
  }
}

async function copyOnce(state: TransferState, item: TransferItem, entry: Entry): Promise<void> {
  const { destination, options, progress, signal } = state
  let moved = 0
  async function* content(): AsyncIterable<Uint8Array> {
    for await (const chunk of state.source.read(item.sourcePath, {
      signal,
      expect: entry,
      follow: options.copyLinks,
    })) {
      await state.pacer.pay(chunk.length, signal)
      moved += chunk.length
      progress.bytesDone += chunk.length
      progress.tick(item.label)
      yield chunk
    }
  }

  try {
    const metadata = await fullMetadata(state, item.sourcePath, entry)
    await destination.write(item.destinationPath, content(), {
      signal,
      sizeBytes: entry.sizeBytes,
      metadata,
      fsync: options.fsync,
    })
    if ((options.verify || state.isMove) && !(await haveSameContent(state, item, entry))) {
      throw new BlitError('E_DIFFER', `${displayPath(item.label)}: what landed differs from the source`, {
        path: item.label,
      })
    }
  } catch (error) {
    progress.bytesDone -= moved
    throw error
  }
}

/** The file as it is now. */
async function lookAgain(state: TransferState, item: TransferItem): Promise<Entry> {
  const now = await state.source.stat(item.sourcePath, {
    signal: state.signal,
    follow: state.options.copyLinks,
  })
  if (now?.type === 'file') return now
  throw changed(item, now === undefined ? 'it vanished' : 'it is no file any more')
}

function isWorthAnotherTry(error: unknown): boolean {
  return isBlitError(error) && !error.fatal && (error.retry || WORTH_ANOTHER_TRY.has(error.code))
}

/** What was listed and is not there any more has changed. */
function asChanged(error: unknown, item: TransferItem): unknown {
  return isBlitError(error) && error.code === 'E_NOT_FOUND' ? changed(item, 'it vanished', error) : error
}

function changed(item: TransferItem, how: string, cause?: unknown): BlitError {
  return new BlitError('E_CHANGED', `${displayPath(item.label)}: ${how} while the transfer ran`, {
    path: item.label,
    cause,
  })
}

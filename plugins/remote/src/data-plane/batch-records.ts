import { statusOf, type FileStatus } from './frame-trailer.js'
import { MAX_INDEX, SMALL_FILE_BYTES } from './limits.js'
import { protocolError } from './wire-error.js'

export const BATCH_RECORD_BYTES = 12

/** One file of a BATCH. */
export interface BatchFile {
  readonly index: number
  readonly sizeBytes: number
  /** Only with `ok` is there content. */
  readonly status: FileStatus
  /** Where its content begins in the payload. */
  readonly start: number
}

/** Reads the records of a payload: exactly `count` of them, then exactly their contents. Throws `E_PROTOCOL` otherwise. */
export function decodeBatchRecords(payload: Buffer, count: number): BatchFile[] {
  const files: BatchFile[] = []
  let start = count * BATCH_RECORD_BYTES
  for (let at = 0; at < count * BATCH_RECORD_BYTES; at += BATCH_RECORD_BYTES) {
    const index = payload.readUInt32LE(at)
    const sizeBytes = payload.readUInt32LE(at + 4)
    const status = statusOf(payload.readUInt32LE(at + 8))
    if (index > MAX_INDEX) throw protocolError(`the index ${index}`)
    if (sizeBytes > SMALL_FILE_BYTES) throw protocolError(`a file of ${sizeBytes} bytes in a batch`)
    files.push({ index, sizeBytes, status, start })
    if (status === 'ok') start += sizeBytes
  }

  if (start !== payload.length) throw protocolError('a batch of another length than its files')
  return files
}

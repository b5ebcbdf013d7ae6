import { BATCH_RECORD_BYTES } from './batch-records.js'
import { FRAME_HEADER_BYTES } from './frame-header.js'
import { statusNumber, TRAILER_BYTES, type FileStatus } from './frame-trailer.js'
import { MAX_BATCH_BYTES, MAX_BATCH_FILES, SMALL_FILE_BYTES } from './limits.js'

/** Contents begin here; records and header are put before them when their number is known, so that all is one write. */
const CONTENTS_AT = FRAME_HEADER_BYTES + MAX_BATCH_FILES * BATCH_RECORD_BYTES

/** One more byte than a file has is read, to see whether it has grown. */
const PROBE_BYTES = 1

/**
 * Small files on their way into one BATCH: read each into `tail(size + 1)`, look at the file again, and `add` it.
 * Used again after `FrameSender.sendBatch`.
 */
export class BatchBuilder {
  private readonly bytes = Buffer.allocUnsafeSlow(CONTENTS_AT + MAX_BATCH_BYTES + PROBE_BYTES + TRAILER_BYTES)
  private readonly records = Buffer.allocUnsafeSlow(MAX_BATCH_FILES * BATCH_RECORD_BYTES)
  private contentBytes = 0
  private fileCount = 0
  private okCount = 0

  get count(): number {
    return this.fileCount
  }

  /** Files whose content is in it, and its bytes. */
  get contents(): { readonly files: number; readonly bytes: number } {
    return { files: this.okCount, bytes: this.contentBytes }
  }

  /** Whether a file of that size still fits. */
  hasRoomFor(sizeBytes: number): boolean {
    const payload = (this.fileCount + 1) * BATCH_RECORD_BYTES + this.contentBytes + sizeBytes
    return this.fileCount < MAX_BATCH_FILES && payload <= MAX_BATCH_BYTES
  }

  /** Where the next file's content belongs, and one byte more; after `hasRoomFor(length - 1)`. */
  tail(length: number): Buffer {
    const start = CONTENTS_AT + this.contentBytes
    return this.bytes.subarray(start, start + length)
  }

  /** Takes what was written to `tail`, or for a file that changed or failed, nothing of it. */
  add(index: number, sizeBytes: number, status: FileStatus = 'ok'): void {
    if (sizeBytes > SMALL_FILE_BYTES || !this.hasRoomFor(status === 'ok' ? sizeBytes : 0))
      throw new RangeError(`a file of ${sizeBytes} bytes does not fit in the batch`)
    const at = this.fileCount * BATCH_RECORD_BYTES
    this.records.writeUInt32LE(index, at)
    this.records.writeUInt32LE(sizeBytes, at + 4)
    this.records.writeUInt32LE(statusNumber(status), at + 8)
    this.fileCount++
    if (status !== 'ok') return
    this.okCount++
    this.contentBytes += sizeBytes
  }

  /** The whole frame, header and trailer still empty, and its payload in the middle. */
  frame(): { readonly frame: Buffer; readonly payload: Buffer } {
    const payloadAt = CONTENTS_AT - this.fileCount * BATCH_RECORD_BYTES
    this.records.copy(this.bytes, payloadAt, 0, this.fileCount * BATCH_RECORD_BYTES)
    const end = CONTENTS_AT + this.contentBytes
    return {
      frame: this.bytes.subarray(payloadAt - FRAME_HEADER_BYTES, end + TRAILER_BYTES),
      payload: this.bytes.subarray(payloadAt, end),
    }
  }

  clear(): void {
    this.contentBytes = 0
    this.fileCount = 0
    this.okCount = 0
  }
}

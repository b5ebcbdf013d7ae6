import type { Carrier } from '../../../dist/data-plane/carrier.js'

/** A carrier over bytes in memory: what is written can be looked at, what is read comes in parts of chosen lengths. */
export class MemoryCarrier implements Carrier {
  readonly written: Buffer[] = []
  private at = 0

  constructor(
    private readonly incoming: Uint8Array = Buffer.alloc(0),
    /** Where a part ends; by default nowhere. */
    private readonly cuts: readonly number[] = [],
  ) {}

  get bytes(): Buffer {
    return Buffer.concat(this.written)
  }

  get unread(): number {
    return this.incoming.length - this.at
  }

  read(target: Buffer, start: number, length: number): number {
    const cut = this.cuts.find((one) => one > this.at) ?? this.incoming.length
    const bytes = Math.min(length, cut - this.at)
    if (bytes <= 0) throw Object.assign(new Error('no more bytes'), { code: 'E_UNREACHABLE' })
    target.set(this.incoming.subarray(this.at, this.at + bytes), start)
    this.at += bytes
    return bytes
  }

  write(bytes: Buffer): void {
    this.written.push(Buffer.from(bytes))
  }

  setTimeout(): void {}

  close(): void {}
}

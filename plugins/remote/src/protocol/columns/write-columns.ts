import { COLUMN, type ColumnData } from './column-data.js'

const LENGTH_DELIMITED = 2
const TAG_AND_LENGTH_BYTES = 6

/** The most that an entry takes beside its name and target: columns of numbers below 2^53, of 32 bits, of 64 bits, its type. */
const ROW_BYTES = 4 * 8 + 5 * 5 + 3 * 8 + 1

/**
 * The bytes of an EntryColumns message, as protobuf writes them. By hand, as one message is one entry's worth of work for
 * gRPC: the columns are what makes manifests fast, and the general writer halves that.
 */
export function writeColumns(data: ColumnData): Uint8Array {
  const columns = Object.keys(COLUMN).length
  const most =
    data.names.length + data.targets.length + data.types.length * ROW_BYTES + columns * TAG_AND_LENGTH_BYTES
  const writer = new ColumnWriter(Buffer.allocUnsafe(most))
  writer.bytes(COLUMN.names, data.names)
  writer.bytes(COLUMN.types, data.types)
  writer.numbers(COLUMN.sizes, data.sizes)
  writer.signed(COLUMN.mtimeSeconds, data.mtimeSeconds)
  writer.numbers(COLUMN.mtimeNanos, data.mtimeNanos)
  writer.numbers(COLUMN.modes, data.modes)
  writer.numbers(COLUMN.uids, data.uids)
  writer.numbers(COLUMN.gids, data.gids)
  writer.numbers(COLUMN.rdevs, data.rdevs)
  writer.numbers(COLUMN.linkCounts, data.linkCounts)
  writer.fixed(COLUMN.devices, data.devices)
  writer.fixed(COLUMN.inodes, data.inodes)
  writer.fixed(COLUMN.ctimes, data.ctimes)
  writer.numbers(COLUMN.allocated, data.allocated)
  writer.bytes(COLUMN.targets, data.targets)
  return writer.written()
}

class ColumnWriter {
  private at = 0

  constructor(private readonly buffer: Buffer) {}

  written(): Uint8Array {
    return this.buffer.subarray(0, this.at)
  }

  bytes(field: number, value: Uint8Array): void {
    if (value.length === 0) return
    this.head(field, value.length)
    this.buffer.set(value, this.at)
    this.at += value.length
  }

  numbers(field: number, values: Float64Array | Uint32Array | undefined): void {
    if (values === undefined || values.length === 0) return
    const start = this.at + TAG_AND_LENGTH_BYTES
    let at = start
    for (let i = 0; i < values.length; i++) at = putVarint(this.buffer, at, values[i] as number)
    this.close(field, start, at)
  }

  signed(field: number, values: Float64Array | undefined): void {
    if (values === undefined || values.length === 0) return
    const start = this.at + TAG_AND_LENGTH_BYTES
    let at = start
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number
      at = putVarint(this.buffer, at, value < 0 ? -2 * value - 1 : 2 * value)
    }

    this.close(field, start, at)
  }

  fixed(field: number, values: BigInt64Array | BigUint64Array | undefined): void {
    if (values === undefined || values.length === 0) return
    this.head(field, values.length * 8)
    const view = new DataView(this.buffer.buffer, this.buffer.byteOffset + this.at)
    for (let i = 0; i < values.length; i++) view.setBigUint64(i * 8, values[i] as bigint, true)
    this.at += values.length * 8
  }

  /** Puts tag and length before what was written, and that close behind them. */
  private close(field: number, start: number, end: number): void {
    this.head(field, end - start)
    this.buffer.copyWithin(this.at, start, end)
    this.at += end - start
  }

  private head(field: number, length: number): void {
    this.buffer[this.at] = (field << 3) | LENGTH_DELIMITED
    this.at = putVarint(this.buffer, this.at + 1, length)
  }
}

function putVarint(buffer: Buffer, start: number, number: number): number {
  let at = start
  let value = number
  while (value > 0x7f_ff_ff_ff) {
    buffer[at++] = (value % 128) | 128
    value = Math.floor(value / 128)
  }

  while (value > 127) {
    buffer[at++] = (value & 127) | 128
    value >>>= 7
  }

  buffer[at++] = value
  return at
}

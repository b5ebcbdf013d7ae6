import { badUnit, readSize } from './size.js'

/** Bytes a second of a rate: a size, with or without `/s`; more than 0. Rejects with `E_USAGE`. */
export function parseRate(text: string): number {
  const bytes = readSize(text.replace(/\/s$/i, ''))
  if (bytes === undefined || bytes < 1n) {
    throw badUnit('rate', text, "write bytes a second, more than 0, as in '500K', '10M' or '1.5Mi/s'")
  }

  if (bytes > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw badUnit('rate', text, 'it is larger than 9007199254740991 bytes a second')
  }

  return Number(bytes)
}

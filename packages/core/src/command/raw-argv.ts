import { readFileSync } from 'node:fs'
import { BlitError } from '../errors/blit-error.js'
import { fromBytes } from '../paths/byte-string.js'

const REPLACEMENT = '\uFFFD'

/**
 * The arguments of this process as byte strings. Node decodes `process.argv` leniently: what is not UTF-8
 * is lost in U+FFFD. Where that may have happened the bytes are read again from `/proc/self/cmdline`
 * (proc(5)), which ends with the same arguments.
 */
export function rawArgv(argv: readonly string[], readCmdline: () => Uint8Array = readOwnCmdline): string[] {
  if (!argv.some((argument) => argument.includes(REPLACEMENT))) return [...argv]
  const raw = splitAtNul(readCmdline()).slice(-argv.length)
  if (raw.length !== argv.length) throw notUtf8()
  return raw.map((bytes) => fromBytes(bytes))
}

function readOwnCmdline(): Uint8Array {
  try {
    return readFileSync('/proc/self/cmdline')
  } catch (error) {
    throw notUtf8(error)
  }
}

function notUtf8(cause?: unknown): BlitError {
  return new BlitError('E_USAGE', 'an argument is not UTF-8, and its bytes cannot be read on this system', {
    hint: 'use --files-from',
    cause,
  })
}

function splitAtNul(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end))
    start = end + 1
  }

  return parts
}

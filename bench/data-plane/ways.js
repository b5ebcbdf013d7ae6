// The ways between a socket and a file. All but blit's own are no more than a loop, with a head and a tail to each piece.
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { FrameReceiver, FrameSender, PayloadHash } from '../../plugins/remote/dist/data-plane/stream.js'

const PIECE_BYTES = 8 * 2 ** 20
const CHUNK_BYTES = 256 * 1024
const PIPE_BYTES = 2 ** 20
const SEEDS = { a: 1n, b: 2n }

const frame = Buffer.alloc(24)
const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
const hash = new PayloadHash(SEEDS)

export function send({ way, hashed, path, bytes, carrier, fd, native }) {
  const file = openSync(path, 'r')
  const sender = way.startsWith('blit') ? new FrameSender(carrier, hashed ? { seeds: SEEDS } : {}) : undefined
  for (let offset = 0; offset < bytes; offset += PIECE_BYTES) {
    const length = Math.min(PIECE_BYTES, bytes - offset)
    if (sender) {
      sender.sendPiece({ index: 0, attempt: 0, fd: file, offset, length })
      continue
    }

    carrier.write(frame)
    if (way === 'sendfile') {
      for (let at = 0; at < length;) at += native.sendFile(fd, file, offset + at, length - at)
      if (hashed) hashAgain(file, offset, length)
    } else copyOut({ carrier, file, offset, length, hashed })

    if (hashed) hash.digest()
    carrier.write(frame)
  }

  sender?.end()
  closeSync(file)
}

export function receive({ way, hashed, path, bytes, carrier, fd, native }) {
  const file = openSync(path, 'w+')
  if (way.startsWith('blit')) receiveFrames(carrier, hashed, file)
  else {
    const pipe = way === 'splice' ? native.makePipe(PIPE_BYTES) : undefined
    for (let offset = 0; offset < bytes; offset += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, bytes - offset)
      readAll(carrier)
      if (pipe) {
        spliceIn({ fd, native, pipe, file, offset, length })
        if (hashed) hashAgain(file, offset, length)
      } else copyIn({ carrier, file, offset, length, hashed })

      if (hashed) hash.digest()
      readAll(carrier)
    }
  }

  closeSync(file)
}

function receiveFrames(carrier, hashed, file) {
  const receiver = new FrameReceiver(carrier, hashed ? { seeds: SEEDS, requireHash: true } : {})
  while (receiver.next().type !== 'end') receiver.pieceToFile(file)
}

function copyOut({ carrier, file, offset, length, hashed }) {
  for (let at = 0; at < length;) {
    const read = readSync(file, chunk, 0, Math.min(CHUNK_BYTES, length - at), offset + at)
    const part = chunk.subarray(0, read)
    if (hashed) hash.update(part)
    carrier.write(part)
    at += read
  }
}

function copyIn({ carrier, file, offset, length, hashed }) {
  for (let at = 0; at < length;) {
    const read = carrier.read(chunk, 0, Math.min(CHUNK_BYTES, length - at))
    if (hashed) hash.update(chunk.subarray(0, read))
    writeSync(file, chunk, 0, read, offset + at)
    at += read
  }
}

function spliceIn({ fd, native, pipe, file, offset, length }) {
  for (let at = 0; at < length;) {
    let moved = native.spliceToPipe(fd, pipe.writeFd, Math.min(PIPE_BYTES, length - at))
    while (moved > 0) {
      const written = native.spliceFromPipe(pipe.readFd, file, offset + at, moved)
      at += written
      moved -= written
    }
  }
}

/** What went past this process is read once more, from the cache. */
function hashAgain(file, offset, length) {
  for (let at = 0; at < length;) {
    const read = readSync(file, chunk, 0, Math.min(CHUNK_BYTES, length - at), offset + at)
    hash.update(chunk.subarray(0, read))
    at += read
  }
}

function readAll(carrier) {
  for (let at = 0; at < frame.length;) at += carrier.read(frame, at, frame.length - at)
}

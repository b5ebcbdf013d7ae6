/**
 * Gives a connected socket of Node to a worker.
 *
 * Where the binding works: its descriptor is duplicated and the socket destroyed, which closes only the first one, in one
 * turn of the event loop, so that this thread reads not one byte more. Elsewhere Node goes on serving it, through shared
 * memory.
 *
 * No byte for the worker may have been read yet: pause the socket before it connects, or read exactly the preface,
 * after which the other end waits for the ack.
 */
import { closeSync } from 'node:fs'
import type { Socket } from 'node:net'
import { MessageChannel } from 'node:worker_threads'

import { loadNative, type LinuxNative } from '@blit/native'

import type { Handshake } from './carrier-setup.js'
import type { DataConnection } from './data-connection.js'
import { RingPump } from './ring-pump.js'
import { createRings } from './ring.js'

/**
 * Doubled by the system. On the way to itself a machine holds what it has sent in memory, megabytes of it if it may: what is
 * received has then left the processor's caches, and each byte costs a sixth more, both ends together.
 */
const SAME_HOST_BUFFER_BYTES = 256 * 1024

export interface AdoptOptions {
  /** How long this end took to connect. */
  readonly connectMs?: number
  readonly onClose?: (() => void) | undefined
}

/** Throws where the socket is closed already. `onClose` is called once, when the connection is let go of. */
export function adoptSocket(
  socket: Socket,
  handshake: Handshake,
  { connectMs = 0, onClose }: AdoptOptions = {},
): DataConnection {
  const peer = `${socket.remoteAddress}:${socket.remotePort}`
  // small frames must not wait for an answer to what was sent before
  socket.setNoDelay(true)
  const native = loadNative()
  const roundTripMs = isWithinHost(socket) ? 0 : connectMs
  const fd = native?.platform === 'linux' ? descriptorOf(socket) : undefined
  return native?.platform === 'linux' && fd !== undefined
    ? adoptDescriptor(native, native.duplicate(fd), { socket, handshake, peer, roundTripMs, onClose })
    : adoptStream({ socket, handshake, peer, roundTripMs, onClose })
}

interface Adoption {
  readonly socket: Socket
  readonly handshake: Handshake
  readonly peer: string
  readonly roundTripMs: number
  readonly onClose: (() => void) | undefined
}

function isWithinHost({ localAddress, remoteAddress }: Socket): boolean {
  return remoteAddress === localAddress
}

/** Node tells it to nobody. */
function descriptorOf(socket: Socket): number | undefined {
  const { _handle: handle } = socket as unknown as { _handle?: { fd?: number } | null }
  return handle?.fd !== undefined && handle.fd >= 0 ? handle.fd : undefined
}

function adoptDescriptor(native: LinuxNative, fd: number, adoption: Adoption): DataConnection {
  const { handshake, onClose, peer, roundTripMs, socket } = adoption
  if (isWithinHost(socket)) native.setSocketBuffers(fd, SAME_HOST_BUFFER_BYTES)
  socket.destroy()
  let isOpen = true
  return {
    setup: { ...handshake, via: { kind: 'socket', fd } },
    transfer: [],
    peer,
    roundTripMs,
    shutdown() {
      if (isOpen) native.shutdown(fd)
    },
    close() {
      if (!isOpen) return
      isOpen = false
      closeSync(fd)
      onClose?.()
    },
  }
}

function adoptStream({ handshake, onClose, peer, roundTripMs, socket }: Adoption): DataConnection {
  if (socket.destroyed) throw new Error('the socket is closed')
  const { port1, port2 } = new MessageChannel()
  const rings = createRings()
  const pump = new RingPump(socket, rings, port1)
  let isOpen = true
  return {
    setup: { ...handshake, via: { kind: 'stream', ...rings, port: port2 } },
    transfer: [port2],
    peer,
    roundTripMs,
    shutdown() {
      if (isOpen) pump.shutdown()
    },
    close() {
      if (!isOpen) return
      isOpen = false
      pump.close(handshake.stallTimeoutMs)
      onClose?.()
    },
  }
}

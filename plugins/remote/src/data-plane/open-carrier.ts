import { loadNative } from '@blit/native'

import { ACK_BYTES, checkAck, encodeAck } from './ack.js'
import { readExactly, type Carrier } from './carrier.js'
import type { CarrierSetup, Via } from './carrier-setup.js'
import { RingCarrier } from './ring-carrier.js'
import { SocketCarrier } from './socket-carrier.js'

/**
 * Takes over a data connection in a worker, never on the main thread: sends the preface and reads the ack where this end has dialled,
 * and else sends the ack. Throws `E_UNREACHABLE` where it is lost, or the other end does not want it, and `E_PROTOCOL` for another answer.
 */
export function openCarrier(setup: CarrierSetup): Carrier {
  const carrier = carrierOf(setup.via)
  carrier.setTimeout(setup.handshakeTimeoutMs)
  if (setup.preface === undefined) carrier.write(encodeAck())
  else {
    carrier.write(Buffer.from(setup.preface))
    const ack = Buffer.alloc(ACK_BYTES)
    readExactly(carrier, ack)
    checkAck(ack)
  }

  carrier.setTimeout(setup.stallTimeoutMs)
  return carrier
}

function carrierOf(via: Via): Carrier {
  if (via.kind === 'stream') return new RingCarrier(via)
  const native = loadNative()
  if (native?.platform !== 'linux') throw new Error('a socket was adopted where no thread can wait on it')
  return new SocketCarrier(native, via.fd)
}

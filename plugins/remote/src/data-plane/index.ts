// the main thread: who may connect, and to whom
export { adoptSocket } from './adopt-socket.js'
export type { CarrierSetup, Handshake } from './carrier-setup.js'
export type { DataConnection } from './data-connection.js'
export {
  DataListener,
  type Admittance,
  type DataListenerOptions,
  type DataSession,
  type DataSessionOptions,
} from './data-listener.js'
export { encodeAck } from './ack.js'
export { dialData, type DialOptions } from './dial-data.js'
export { dialSocket } from './dial-socket.js'
export type { HashSeeds } from './payload-hash.js'
export { heldFrames, MAX_HELD_PIECE_BYTES, PieceSender, type HeldFrame } from './piece-stream.js'
export { SESSION_ID_BYTES, TOKEN_BYTES } from './preface.js'

export { MAX_BATCH_BYTES, MAX_BATCH_FILES, MAX_INDEX, SMALL_FILE_BYTES } from './limits.js'
export { MAX_PIECES, pieceAt, pieceBytes, pieceCount, pieceNumber } from './piece-grid.js'

export { DEFAULT_PORT, PROTOCOL_VERSION } from './protocol/limits.js'

export { fileTransport } from './descriptor.js'

export { DiskEndpoint, type DiskEndpointOptions } from './endpoint/disk-endpoint.js'
export { runLocalTransfer } from './engine/local-transfer.js'

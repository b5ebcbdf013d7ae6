export * from './memory-endpoint.js'
export * from './memory-node.js'
export * from './memory-transport.js'
export * from './memory-tree.js'

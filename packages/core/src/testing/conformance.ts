export * from './conformance/endpoint-suite.js'
export * from './conformance/route-suite.js'

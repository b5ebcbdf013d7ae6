// By the package's own `#stubs`, bundled or not: each class of the stubs exists once in a process.
/** The messages of proto/blit.proto, as classes of google-protobuf; `messages.ts` has them one by one. */
export { default as pb } from '#stubs/blit_pb.js'
export * from './service.js'

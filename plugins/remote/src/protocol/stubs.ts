// By the package's own `#stubs`, bundled or not: each class of the stubs exists once in a process.
import services from '#stubs/blit_grpc_pb.js'

/** The messages of proto/blit.proto, as classes of google-protobuf; `messages.ts` has them one by one. */
export { default as pb } from '#stubs/blit_pb.js'

/** What a grpc-js server is given, with {@link BlitHandlers}. */
export const { BlitService } = services

/** Calls of the service `blit.v2.Blit`. */
export const { BlitClient } = services
export type BlitClient = services.BlitClient
export type BlitHandlers = services.BlitHandlers

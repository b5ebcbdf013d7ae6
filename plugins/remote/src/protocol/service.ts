import { makeGenericClientConstructor, type ServiceDefinition } from '@grpc/grpc-js'
import { checkMessage } from './check-message.js'
import { protocolError } from './protocol-error.js'
import services from '#stubs/blit_grpc_pb.js'
import pb from '#stubs/blit_pb.js'

/** What is in a definition beyond its type. */
interface Method {
  readonly requestType: unknown
  readonly responseType: unknown
  readonly requestDeserialize: (bytes: Buffer) => unknown
  readonly responseDeserialize: (bytes: Buffer) => unknown
}

/**
 * What a grpc-js server is given, with {@link BlitHandlers}, and what calls are made with. What it reads is checked before it
 * costs anything; what cannot be read is `E_PROTOCOL`.
 */
export const BlitService = Object.fromEntries(
  Object.entries(services.BlitService as unknown as Readonly<Record<string, Method>>).map(
    ([name, method]) => [
      name,
      {
        ...method,
        requestDeserialize: checked(method.requestType, method.requestDeserialize),
        responseDeserialize: checked(method.responseType, method.responseDeserialize),
      },
    ],
  ),
) as unknown as typeof services.BlitService

/** Calls of the service `blit.v2.Blit`. */
export const BlitClient = makeGenericClientConstructor(
  BlitService as unknown as ServiceDefinition,
  'Blit',
) as unknown as typeof services.BlitClient
export type BlitClient = services.BlitClient
export type BlitHandlers = services.BlitHandlers

function checked<T>(type: unknown, read: (bytes: Buffer) => T): (bytes: Buffer) => T {
  const name = Object.entries(pb).find(([, one]) => one === type)?.[0] ?? ''
  return (bytes) => {
    checkMessage(name, bytes)
    try {
      return read(bytes)
    } catch (error) {
      throw protocolError('a message that cannot be read', error)
    }
  }
}

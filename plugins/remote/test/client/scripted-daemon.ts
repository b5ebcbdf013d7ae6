import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js'
import { BlitService, pb, type BlitHandlers } from '../../dist/protocol/index.js'

/** A daemon that answers what a test tells it to, on a free port of 127.0.0.1. */
export interface ScriptedDaemon {
  readonly port: number
  stop(): void
}

export const PING: Pick<BlitHandlers, 'ping'> = { ping: pingAs(1, 1) }

/** Says that it speaks these versions of the wire. */
export function pingAs(version: number, minVersion: number): BlitHandlers['ping'] {
  return (_, answer) => {
    const protocol = new pb.Protocol()
      .setVersion(version)
      .setMinVersion(minVersion)
      .setSoftware('scripted 1.0')
      .setFeaturesList(['xattrs'])
    answer(null, new pb.PingResponse().setProtocol(protocol))
  }
}

export async function scriptedDaemon(handlers: Partial<BlitHandlers>): Promise<ScriptedDaemon> {
  const server = new Server()
  server.addService(BlitService, handlers as UntypedServiceImplementation)
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    )
  })
  return { port, stop: () => server.forceShutdown() }
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }

  throw new Error('it did not reject')
}

import { RandomSource } from '@blit/core/testing'
import { loadSync, type MethodDefinition, type ServiceDefinition } from '@grpc/proto-loader'
import { expect } from 'chai'
import { BlitService, pb } from '../../dist/protocol/index.js'
import { messageTypes, PROTO } from './support/message-types.js'
import { randomMessage } from './support/random-message.js'

interface StubClass {
  deserializeBinary(bytes: Uint8Array): { serializeBinary(): Uint8Array }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('messages on the wire', () => {
  for (const [index, type] of messageTypes.entries()) {
    it(`are the same bytes from protobufjs: ${type.name}`, () => {
      const stub = (pb as unknown as Record<string, StubClass>)[type.name]!
      const random = new RandomSource(index)
      for (let i = 0; i < 100; i++) {
        const bytes = type.encode(randomMessage(type, random)).finish()
        expect(hex(stub.deserializeBinary(bytes).serializeBinary()), `message ${i}`).to.equal(hex(bytes))
      }
    })
  }

  it('are those of the methods that another implementation finds', () => {
    const service = loadSync(PROTO)['blit.v2.Blit'] as ServiceDefinition
    const shape = ({ path, requestStream, responseStream }: MethodDefinition<object, object>) => ({
      path,
      requestStream,
      responseStream,
    })
    const ours = Object.values(BlitService as unknown as ServiceDefinition)
    expect(ours.map(shape)).to.deep.equal(Object.values(service).map(shape))
  })
})

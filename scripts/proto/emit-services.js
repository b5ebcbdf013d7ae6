import { basename } from 'node:path'

/** The text of `_grpc_pb.js`. @param {ReturnType<import('./read-file.js').readFile>} file */
export function emitServices(file) {
  const stem = basename(file.name, '.proto')
  const types = file.services.flatMap(({ methods }) =>
    methods.flatMap(({ input, output }) => [input, output]),
  )
  return [
    "'use strict';",
    "var grpc = require('@grpc/grpc-js');",
    `var ${stem}_pb = require('./${stem}_pb.js');`,
    '',
    ...[...new Set(types)].sort().map((type) => emitCodec(type, `${stem}_pb`, file.package)),
    ...file.services.map((service) => emitService(service, `${stem}_pb`, file.package)),
  ].join('\n')
}

const flat = (/** @type {string} */ full) => full.replaceAll('.', '_')

function emitCodec(type, module, scope) {
  const name = flat(`${scope}.${type}`)
  return `function serialize_${name}(arg) {
  if (!(arg instanceof ${module}.${type})) {
    throw new Error('Expected argument of type ${scope}.${type}');
  }
  return Buffer.from(arg.serializeBinary());
}

function deserialize_${name}(buffer_arg) {
  return ${module}.${type}.deserializeBinary(new Uint8Array(buffer_arg));
}
`
}

function emitService({ name, methods }, module, scope) {
  const entries = methods.map((method) => {
    const input = flat(`${scope}.${method.input}`)
    const output = flat(`${scope}.${method.output}`)
    return `  ${lowerFirst(method.name)}: {
    path: '/${scope}.${name}/${method.name}',
    requestStream: ${method.streams.request},
    responseStream: ${method.streams.response},
    requestType: ${module}.${method.input},
    responseType: ${module}.${method.output},
    requestSerialize: serialize_${input},
    requestDeserialize: deserialize_${input},
    responseSerialize: serialize_${output},
    responseDeserialize: deserialize_${output},
  },
`
  })
  return `var ${name}Service = exports.${name}Service = {
${entries.join('')}};

exports.${name}Client = grpc.makeGenericClientConstructor(${name}Service, '${name}');
`
}

/** The text of `_grpc_pb.d.ts`. @param {ReturnType<import('./read-file.js').readFile>} file */
export function emitServiceDeclarations(file) {
  const stem = basename(file.name, '.proto')
  return [
    "import type * as grpc from '@grpc/grpc-js'",
    `import type * as pb from './${stem}_pb.js'`,
    '',
    ...file.services.flatMap(({ name, methods }) => [
      `export declare const ${name}Service: {`,
      ...methods.map(
        (method) =>
          `  readonly ${lowerFirst(method.name)}: grpc.MethodDefinition<pb.${method.input}, pb.${method.output}>`,
      ),
      '}',
      '',
      `export interface ${name}Handlers extends grpc.UntypedServiceImplementation {`,
      ...methods.map((method) => `  ${lowerFirst(method.name)}: ${handlerType(method)}`),
      '}',
      '',
      `export declare class ${name}Client extends grpc.Client {`,
      '  constructor(address: string, credentials: grpc.ChannelCredentials, options?: Partial<grpc.ClientOptions>)',
      ...methods.flatMap((method) => callTypes(method).map((line) => `  ${line}`)),
      '}',
      '',
    ]),
  ].join('\n')
}

function handlerType({ input, output, streams }) {
  const kind = streams.request
    ? streams.response
      ? 'handleBidiStreamingCall'
      : 'handleClientStreamingCall'
    : streams.response
      ? 'handleServerStreamingCall'
      : 'handleUnaryCall'
  return `grpc.${kind}<pb.${input}, pb.${output}>`
}

function callTypes({ name, input, output, streams }) {
  const method = lowerFirst(name)
  const [from, to] = [`pb.${input}`, `pb.${output}`]
  const last = 'options?: Partial<grpc.CallOptions>'
  const withMetadata = `metadata: grpc.Metadata, ${last}`
  const both = (/** @type {string} */ head, /** @type {string} */ result) => [
    `${method}(${head}${last}): ${result}`,
    `${method}(${head}${withMetadata}): ${result}`,
  ]
  if (streams.request && streams.response) return both('', `grpc.ClientDuplexStream<${from}, ${to}>`)
  if (streams.request) throw new Error(`${name}: streams of requests with one response are not supported`)
  if (streams.response) return both(`request: ${from}, `, `grpc.ClientReadableStream<${to}>`)
  const callback = `callback: (error: grpc.ServiceError | null, response: ${to}) => void`
  return [
    `${method}(request: ${from}, ${callback}): grpc.ClientUnaryCall`,
    `${method}(request: ${from}, metadata: grpc.Metadata, ${callback}): grpc.ClientUnaryCall`,
    `${method}(request: ${from}, metadata: grpc.Metadata, options: Partial<grpc.CallOptions>, ${callback}): grpc.ClientUnaryCall`,
  ]
}

function lowerFirst(/** @type {string} */ name) {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

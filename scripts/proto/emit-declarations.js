/**
 * The text of `_pb.d.ts`, with what of google-protobuf's Message is used.
 * @param {ReturnType<import('./read-file.js').readFile>} file
 */
export function emitDeclarations(file) {
  return [
    `/** Reads and writes itself as bytes. */
export declare abstract class Message {
  serializeBinary(): Uint8Array
  toObject(includeInstance?: boolean): object
  cloneMessage(): this
}
`,
    ...file.enums.map(emitEnum),
    ...file.messages.map(emitMessage),
  ].join('\n')
}

function emitEnum({ name, values }) {
  return `export declare const ${name}: {
${values.map((value) => `  readonly ${value.name}: ${value.number}\n`).join('')}}
export type ${name} = (typeof ${name})[keyof typeof ${name}]
`
}

function emitMessage({ name, fields, oneofs }) {
  const cases = oneofs.map(
    ({ upper, label, fields: arms }) => `  static readonly ${upper}Case: {
    readonly ${label}_NOT_SET: 0
${arms.map((field) => `    readonly ${field.label}: ${field.number}\n`).join('')}  }
  get${upper}Case(): ${[0, ...arms.map(({ number }) => number)].join(' | ')}
`,
  )
  return `export declare class ${name} extends Message {
  static deserializeBinary(bytes: Uint8Array): ${name}
${cases.join('')}${fields
    .flatMap(accessors)
    .map((line) => `  ${line}\n`)
    .join('')}}
`
}

function accessors(field) {
  const { upper, kind, repeated } = field
  const type = typeOf(field)
  const list = repeated ? `${upper}List` : upper
  const hasPresence = !repeated && (kind === 'Message' || field.optional || field.oneof !== -1)
  const many = (/** @type {string} */ one) => (repeated ? `Array<${one}>` : one)
  const bytes =
    kind === 'Bytes'
      ? [`get${list}_asU8(): ${many('Uint8Array')}`, `get${list}_asB64(): ${many('string')}`]
      : []
  return [
    `get${list}(): ${many(type)}${kind === 'Message' && !repeated ? ' | undefined' : ''}`,
    ...bytes,
    `set${list}(value${kind === 'Message' && !repeated ? '?' : ''}: ${many(type)}): this`,
    ...(repeated ? [adder(field, type), `clear${list}(): this`] : []),
    ...(hasPresence ? [`clear${upper}(): this`, `has${upper}(): boolean`] : []),
  ]
}

function adder({ upper, kind }, type) {
  return kind === 'Message'
    ? `add${upper}(value?: ${type}, index?: number): ${type}`
    : `add${upper}(value: ${type}, index?: number): this`
}

function typeOf({ kind, target, asString }) {
  if (kind === 'Message') return target
  if (kind === 'Bytes') return 'Uint8Array | string'
  if (kind === 'String' || asString) return 'string'
  return kind === 'Bool' ? 'boolean' : 'number'
}

/**
 * The text of a module that exports the messages by name: those of a CommonJS module that is generated cannot be seen
 * from an ES module.
 * @param {ReturnType<import('./read-file.js').readFile>} file
 */
export function emitExports(file) {
  const names = [...file.enums, ...file.messages].map(({ name }) => name)
  return `import pb from '#stubs/blit_pb.js'

export const {
${names.map((name) => `  ${name},\n`).join('')}} = pb
${names.map((name) => `export type ${name} = pb.${name}\n`).join('')}`
}

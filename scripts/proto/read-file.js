/**
 * What the emitters need of a .proto file, taken from its descriptor: names as the JavaScript of google-protobuf has
 * them. Only what proto/blit.proto uses; anything else stops here, not in a stub that is wrong.
 */

const LABEL_REPEATED = 3
const JSTYPE_STRING = 1

/** By the number of a type in a descriptor: how its functions are called in google-protobuf. */
const KINDS = {
  3: 'Int64',
  4: 'Uint64',
  5: 'Int32',
  6: 'Fixed64',
  7: 'Fixed32',
  8: 'Bool',
  9: 'String',
  11: 'Message',
  12: 'Bytes',
  13: 'Uint32',
  14: 'Enum',
  15: 'Sfixed32',
  16: 'Sfixed64',
  17: 'Sint32',
  18: 'Sint64',
}

/**
 * @typedef {object} Field
 * @property {string} name lowerCamelCase
 * @property {string} upper UpperCamelCase
 * @property {string} label ALL_CAPS
 * @property {number} number
 * @property {string} kind as in KINDS
 * @property {string} target name of the message or enum, '' for others
 * @property {boolean} repeated
 * @property {boolean} asString a number of 64 bits as a decimal string
 * @property {boolean} optional tells absent from zero, though it is no message
 * @property {number} oneof index of its oneof, -1 for none
 * @property {boolean} packed
 *
 * @typedef {{ name: string, fields: Field[], oneofs: { upper: string, label: string, fields: Field[] }[] }} MessageType
 * @typedef {{ name: string, values: { name: string, number: number }[] }} EnumType
 * @typedef {{ name: string, input: string, output: string, streams: { request: boolean, response: boolean } }} Method
 *
 * @param {any} descriptor a FileDescriptorProto
 * @returns {{ name: string, package: string, messages: MessageType[], enums: EnumType[], services: { name: string, methods: Method[] }[] }}
 */
export function readFile(descriptor) {
  const prefix = `.${descriptor.getPackage()}.`
  const localName = (/** @type {string} */ full) => full.slice(prefix.length)
  if (descriptor.getDependencyList().length > 0) throw new Error('imports are not supported')
  return {
    name: descriptor.getName(),
    package: descriptor.getPackage(),
    messages: descriptor.getMessageTypeList().map((message) => readMessage(message, localName)),
    enums: descriptor.getEnumTypeList().map((one) => ({
      name: one.getName(),
      values: one.getValueList().map((value) => ({ name: value.getName(), number: value.getNumber() })),
    })),
    services: descriptor.getServiceList().map((service) => ({
      name: service.getName(),
      methods: service.getMethodList().map((method) => ({
        name: method.getName(),
        input: localName(method.getInputType()),
        output: localName(method.getOutputType()),
        streams: { request: method.getClientStreaming(), response: method.getServerStreaming() },
      })),
    })),
  }
}

function readMessage(message, localName) {
  if (message.getNestedTypeList().length + message.getEnumTypeList().length > 0)
    throw new Error(`${message.getName()}: nested types and maps are not supported`)
  const fields = message.getFieldList().map((field) => readField(field, localName))
  // An optional field is a oneof of its own in a descriptor, and none in the code; these come last.
  const oneofs = message
    .getOneofDeclList()
    .map((one, index) => ({
      upper: upperCamel(one.getName()),
      label: one.getName().toUpperCase(),
      fields: fields.filter(({ oneof }) => oneof === index),
    }))
    .filter((one) => one.fields.length > 0)
  return { name: message.getName(), fields, oneofs }
}

function readField(field, localName) {
  const kind = KINDS[field.getType()]
  const repeated = field.getLabel() === LABEL_REPEATED
  if (kind === undefined || (/Enum|Bool|fixed32/i.test(kind) && repeated) || kind === 'Enum')
    throw new Error(`${field.getName()}: a field like this is not supported`)
  const optional = field.getProto3Optional()
  return {
    name: lowerCamel(field.getName()),
    upper: upperCamel(field.getName()),
    label: field.getName().toUpperCase(),
    number: field.getNumber(),
    kind,
    target: kind === 'Message' ? localName(field.getTypeName()) : '',
    repeated,
    asString: field.getOptions()?.getJstype() === JSTYPE_STRING,
    optional,
    oneof: field.hasOneofIndex() && !optional ? field.getOneofIndex() : -1,
    packed: repeated && /\d$/.test(kind),
  }
}

function upperCamel(/** @type {string} */ name) {
  return name
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}

function lowerCamel(/** @type {string} */ name) {
  const upper = upperCamel(name)
  return upper.charAt(0).toLowerCase() + upper.slice(1)
}

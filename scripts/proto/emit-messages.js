import { emitDeserializer, emitSerializer } from './emit-binary.js'

/**
 * The text of `_pb.js`: the statements protoc's own generator makes, without its comments.
 * @param {ReturnType<import('./read-file.js').readFile>} file
 */
export function emitMessages(file) {
  const scope = `proto.${file.package}`
  const symbols = [
    ...file.enums.map(({ name }) => name),
    ...file.messages.flatMap(({ name, oneofs }) => [
      name,
      ...oneofs.map((one) => `${name}.${one.upper}Case`),
    ]),
  ].sort()
  return [
    "var jspb = require('google-protobuf');",
    'var goog = jspb;',
    "var global = (function() { return this || window || global || self || Function('return this')(); }).call(null);",
    ...symbols.map((symbol) => `goog.exportSymbol('${scope}.${symbol}', null, global);`),
    ...file.messages.map((message) => emitConstructor(message, scope)),
    ...file.messages.map((message) => emitMessage(message, scope)),
    ...file.enums.map(({ name, values }) => emitEnum(`${scope}.${name}`, values)),
    `goog.object.extend(exports, ${scope});`,
    '',
  ].join('\n')
}

function emitConstructor({ name, fields, oneofs }, scope) {
  const self = `${scope}.${name}`
  const repeated = fields.some((field) => field.repeated) ? `${self}.repeatedFields_` : 'null'
  const groups = oneofs.length > 0 ? `${self}.oneofGroups_` : 'null'
  return `${self} = function(opt_data) {
  jspb.Message.initialize(this, opt_data, 0, -1, ${repeated}, ${groups});
};
goog.inherits(${self}, jspb.Message);
if (goog.DEBUG && !COMPILED) {
  ${self}.displayName = '${self}';
}`
}

function emitEnum(self, values) {
  return `${self} = {\n${values.map(({ name, number }) => `  ${name}: ${number}`).join(',\n')}\n};`
}

function emitMessage({ name, fields, oneofs }, scope) {
  const self = `${scope}.${name}`
  const repeated = fields.filter((field) => field.repeated)
  return [
    ...(repeated.length > 0
      ? [`${self}.repeatedFields_ = [${repeated.map(({ number }) => number).join(',')}];`]
      : []),
    ...emitOneofs(self, oneofs),
    emitToObject(self, fields, scope),
    emitDeserializer(self, fields, scope),
    emitSerializer(self, fields, scope),
    ...fields.flatMap((field) => emitAccessors(self, field, scope)),
  ].join('\n')
}

function emitOneofs(self, oneofs) {
  if (oneofs.length === 0) return []
  const groups = oneofs.map(({ fields }) => `[${fields.map(({ number }) => number).join(',')}]`).join(',')
  return [
    `${self}.oneofGroups_ = [${groups}];`,
    ...oneofs.map(
      ({ upper, label, fields }, index) =>
        `${emitEnum(`${self}.${upper}Case`, [
          { name: `${label}_NOT_SET`, number: 0 },
          ...fields.map((field) => ({ name: field.label, number: field.number })),
        ])}
${self}.prototype.get${upper}Case = function() {
  return (jspb.Message.computeOneofCase(this, ${self}.oneofGroups_[${index}]));
};`,
    ),
  ]
}

function emitToObject(self, fields, scope) {
  const lines = fields.map((field) => `    ${toObjectLine(field, scope)}`)
  const object = lines.length > 0 ? `{\n${lines.join(',\n')}\n  }` : '{\n  }'
  return `if (jspb.Message.GENERATE_TO_OBJECT) {
${self}.prototype.toObject = function(opt_includeInstance) {
  return ${self}.toObject(opt_includeInstance, this);
};
${self}.toObject = function(includeInstance, msg) {
  var f, obj = ${object};
  if (includeInstance) {
    obj.$jspbMessageInstance = msg;
  }
  return obj;
};
}`
}

function toObjectLine(field, scope) {
  const { name, upper, number, kind, target, repeated } = field
  if (kind === 'Message' && repeated) {
    return `${name}List: jspb.Message.toObjectList(msg.get${upper}List(),\n    ${scope}.${target}.toObject, includeInstance)`
  }

  if (kind === 'Message')
    return `${name}: (f = msg.get${upper}()) && ${scope}.${target}.toObject(includeInstance, f)`
  if (kind === 'Bytes')
    return repeated ? `${name}List: msg.get${upper}List_asB64()` : `${name}: msg.get${upper}_asB64()`
  if (repeated)
    return `${name}List: (f = jspb.Message.getRepeatedField(msg, ${number})) == null ? undefined : f`
  return `${name}: ${getDefault(field, 'msg')}`
}

function getDefault({ kind, number, asString }, message) {
  if (kind === 'Bool') return `jspb.Message.getBooleanFieldWithDefault(${message}, ${number}, false)`
  const zero = kind === 'String' || kind === 'Bytes' ? '""' : asString ? '"0"' : '0'
  return `jspb.Message.getFieldWithDefault(${message}, ${number}, ${zero})`
}

function emitAccessors(self, field, scope) {
  const { upper, number, kind, repeated } = field
  const method = (name, args, lines) =>
    `${self}.prototype.${name} = function(${args}) {\n  return ${lines};\n};`
  const list = repeated ? `${upper}List` : upper
  const out = [method(`get${list}`, '', getter(field, scope))]
  if (kind === 'Bytes') {
    const plural = repeated ? 'bytesListAs' : 'bytesAs'
    for (const form of ['B64', 'U8'])
      out.push(
        method(`get${list}_as${form}`, '', ` (jspb.Message.${plural}${form}(\n      this.get${list}()))`),
      )
  }

  out.push(method(`set${list}`, 'value', setter(field, self)))
  if (repeated) out.push(adder(field, method, scope), method(`clear${list}`, '', `this.set${list}([])`))
  else if (kind === 'Message') out.push(method(`clear${upper}`, '', `this.set${upper}(undefined)`))
  else if (field.oneof !== -1)
    out.push(
      method(
        `clear${upper}`,
        '',
        `jspb.Message.setOneofField(this, ${number}, ${self}.oneofGroups_[${field.oneof}], undefined)`,
      ),
    )
  else if (field.optional)
    out.push(method(`clear${upper}`, '', `jspb.Message.setField(this, ${number}, undefined)`))
  if (!repeated && (kind === 'Message' || field.oneof !== -1 || field.optional))
    out.push(method(`has${upper}`, '', `jspb.Message.getField(this, ${number}) != null`))
  return out
}

function adder({ upper, number, kind, target }, method, scope) {
  return kind === 'Message'
    ? method(
        `add${upper}`,
        'opt_value, opt_index',
        `jspb.Message.addToRepeatedWrapperField(this, ${number}, opt_value, ${scope}.${target}, opt_index)`,
      )
    : method(
        `add${upper}`,
        'value, opt_index',
        `jspb.Message.addToRepeatedField(this, ${number}, value, opt_index)`,
      )
}

function getter(field, scope) {
  const { number, kind, target, repeated } = field
  if (kind === 'Message') {
    const name = repeated ? 'getRepeatedWrapperField' : 'getWrapperField'
    return ` (\n    jspb.Message.${name}(this, ${scope}.${target}, ${number}))`
  }

  return repeated ? ` (jspb.Message.getRepeatedField(this, ${number}))` : ` (${getDefault(field, 'this')})`
}

function setter({ number, kind, repeated, oneof, optional, asString }, self) {
  const inOneof = oneof === -1 ? undefined : `${self}.oneofGroups_[${oneof}]`
  if (kind === 'Message' && repeated) return `jspb.Message.setRepeatedWrapperField(this, ${number}, value)`
  if (kind === 'Message')
    return inOneof === undefined
      ? `jspb.Message.setWrapperField(this, ${number}, value)`
      : `jspb.Message.setOneofWrapperField(this, ${number}, ${inOneof}, value)`
  if (repeated) return `jspb.Message.setField(this, ${number}, value || [])`
  if (inOneof !== undefined) return `jspb.Message.setOneofField(this, ${number}, ${inOneof}, value)`
  if (optional) return `jspb.Message.setField(this, ${number}, value)`
  const sort = { Bool: 'Boolean', String: 'String', Bytes: 'Bytes' }[kind] ?? (asString ? 'StringInt' : 'Int')
  return `jspb.Message.setProto3${sort}Field(this, ${number}, value)`
}

/** The half of `_pb.js` that reads bytes. @param {string} self @param {import('./read-file.js').Field[]} fields @param {string} scope */
export function emitDeserializer(self, fields, scope) {
  return `${self}.deserializeBinary = function(bytes) {
  var reader = new jspb.BinaryReader(bytes);
  var msg = new ${self};
  return ${self}.deserializeBinaryFromReader(msg, reader);
};
${self}.deserializeBinaryFromReader = function(msg, reader) {
  while (reader.nextField()) {
    if (reader.isEndGroup()) {
      break;
    }
    var field = reader.getFieldNumber();
    switch (field) {
${fields.map((field) => `    case ${field.number}:\n${readLines(field, scope)}\n      break;\n`).join('')}    default:
      reader.skipField();
      break;
    }
  }
  return msg;
};`
}

function readLines({ upper, kind, target, repeated, asString, packed }, scope) {
  const store = repeated ? `msg.add${upper}` : `msg.set${upper}`
  if (kind === 'Message') {
    const type = `${scope}.${target}`
    return `      var value = new ${type};
      reader.readMessage(value,${type}.deserializeBinaryFromReader);
      ${store}(value);`
  }

  const suffix = asString ? 'String' : ''
  if (!packed) return `      var value =  (reader.read${kind}${suffix}());\n      ${store}(value);`
  return `      var values =  (reader.isDelimited() ? reader.readPacked${kind}${suffix}() : [reader.read${kind}${suffix}()]);
      for (var i = 0; i < values.length; i++) {
        ${store}(values[i]);
      }`
}

/** The half of `_pb.js` that writes bytes. @param {string} self @param {import('./read-file.js').Field[]} fields @param {string} scope */
export function emitSerializer(self, fields, scope) {
  return `${self}.prototype.serializeBinary = function() {
  var writer = new jspb.BinaryWriter();
  ${self}.serializeBinaryToWriter(this, writer);
  return writer.getResultBuffer();
};
${self}.serializeBinaryToWriter = function(message, writer) {
  var f = undefined;
${fields.map((field) => writeLines(field, scope)).join('')}};`
}

function writeLines(field, scope) {
  const { upper, number, kind, target, repeated, asString, packed, optional, oneof } = field
  const hasPresence = kind !== 'Message' && (optional || oneof !== -1)
  const suffix = asString ? 'String' : ''
  const how = packed ? 'Packed' : repeated ? 'Repeated' : ''
  const extra = kind === 'Message' ? `,\n      ${scope}.${target}.serializeBinaryToWriter` : ''
  const list = repeated ? `${upper}List` : upper
  const value = hasPresence
    ? ` (jspb.Message.getField(message, ${number}))`
    : `message.get${list}${kind === 'Bytes' ? '_asU8' : ''}()`
  return `  f = ${value};
  if (${hasPresence ? 'f != null' : condition(field)}) {
    writer.write${how}${kind}${suffix}(
      ${number},
      f${extra}
    );
  }
`
}

function condition({ kind, repeated, asString }) {
  if (repeated || kind === 'String' || kind === 'Bytes') return 'f.length > 0'
  if (kind === 'Message') return 'f != null'
  if (kind === 'Bool') return 'f'
  return asString ? 'parseInt(f, 10) !== 0' : 'f !== 0'
}

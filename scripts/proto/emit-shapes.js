/** How values lie on the wire, by their kind in google-protobuf. */
const SHAPES = {
  String: 'bytes',
  Bytes: 'bytes',
  Fixed64: 'fixed64',
  Sfixed64: 'fixed64',
  Fixed32: 'fixed32',
}

/**
 * The text of a module that says of each field of each message how it lies on the wire: what a message costs can be known
 * before it is read.
 * @param {ReturnType<import('./read-file.js').readFile>} file
 */
export function emitShapes(file) {
  const messages = file.messages.map(
    ({ name, fields }) =>
      `  ${name}: {${fields.map((field) => ` ${field.number}: '${shapeOf(field)}'`).join(',')} },\n`,
  )
  return `/** By message and number of a field: a name of this table, or what it is that is no message. */
export const SHAPES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
${messages.join('')}}
`
}

function shapeOf({ kind, packed, target }) {
  const shape = target || (SHAPES[kind] ?? 'varint')
  if (!packed) return shape
  if (shape !== 'varint') throw new Error('packed columns of fixed width are not supported')
  return 'varints'
}

import { join } from 'node:path'
import protobuf from 'protobufjs'
import { ROOT } from '../../../../../scripts/lib/project.js'

export const PROTO = join(ROOT, 'proto/blit.proto')

/** The messages of proto/blit.proto, as another implementation of protobuf knows them. */
export const messageTypes = (
  protobuf.loadSync(PROTO).lookup('blit.v2') as protobuf.Namespace
).nestedArray.filter((one): one is protobuf.Type => one instanceof protobuf.Type)

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import descriptors from 'google-protobuf/google/protobuf/descriptor_pb.js'
import { ROOT } from '../lib/project.js'
import { run } from '../lib/spawn.js'
import { emitDeclarations, emitExports } from './emit-declarations.js'
import { emitMessages } from './emit-messages.js'
import { emitServiceDeclarations, emitServices } from './emit-services.js'
import { emitShapes } from './emit-shapes.js'
import { readFile } from './read-file.js'

const PROTO = 'proto/blit.proto'

/** Folder of the file as others have it, beside the one that stubs are made from. */
const PUBLIC = 'public'

/** Where the stubs are committed. */
export const STUBS = join(ROOT, 'plugins/remote/src/protocol/stubs')

/** Files that {@link generateStubs} makes; the last ones for the folder above. */
export const STUB_FILES = [
  'blit_pb.js',
  'blit_pb.d.ts',
  'blit_grpc_pb.js',
  'blit_grpc_pb.d.ts',
  '../messages.ts',
  '../descriptor.ts',
  '../shapes.ts',
]

/**
 * The makers of stubs that work here, best first. grpc-tools fetches its programs when it is installed, which not every
 * network allows; then protoc reads the file, and scripts/proto/emit-*.js write what grpc-tools would.
 * @returns {string[]}
 */
export function findMakers() {
  return Object.keys(MAKERS).filter((name) => MAKERS[name].find() !== undefined)
}

/** A hash of the .proto file, which the stubs carry. */
export function protoHash() {
  // As git stores it.
  const text = readFileSync(join(ROOT, PROTO), 'utf8').replaceAll('\r\n', '\n')
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Writes the stubs of proto/blit.proto into a folder.
 * @param {string} folder
 * @param {string} maker one of {@link findMakers}
 */
export async function generateStubs(folder, maker) {
  const scratch = mkdtempSync(join(tmpdir(), 'blit-proto-'))
  try {
    const text = readFileSync(join(ROOT, PROTO), 'utf8')
    writeFileSync(join(scratch, 'blit.proto'), lazyAsBytes(text))
    mkdirSync(join(scratch, PUBLIC))
    writeFileSync(join(scratch, PUBLIC, 'blit.proto'), text)
    const texts = await MAKERS[maker].make(scratch)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n')
    for (const name of STUB_FILES) {
      const head = `// Made from ${PROTO} by \`npm run proto\`. Do not edit.\n// sha256 ${protoHash()}, ${maker}\n`
      writeFileSync(join(folder, name), head + ownScope(texts[name]))
    }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

const MAKERS = {
  'grpc-tools': { find: findGrpcTools, make: makeWithGrpcTools },
  protoc: { find: () => findFile('protoc', 'protoc.cjs'), make: makeWithProtoc },
}

/**
 * A message in a message is its length and its bytes: what is marked as lazy the stubs leave as bytes. Generators for
 * JavaScript know no other way.
 */
function lazyAsBytes(/** @type {string} */ text) {
  return text.replaceAll(/^( *)\w+( \w+ = \d+) \[lazy = true\];/gm, '$1bytes$2;')
}

/** The stubs define their classes in a global: two copies of the package in one process would mix theirs. */
function ownScope(/** @type {string} */ text) {
  return text.replace(
    /^var global =[\s\S]*?;\n+(?=goog\.exportSymbol)/m,
    'var global = { proto: {} };\nvar proto = global.proto;\n\n',
  )
}

async function makeWithProtoc(scratch) {
  const { texts, file } = await describe(scratch, [process.execPath, MAKERS.protoc.find()])
  return { ...texts, 'blit_pb.js': emitMessages(file), 'blit_grpc_pb.js': emitServices(file) }
}

async function makeWithGrpcTools(scratch) {
  const tools = findGrpcTools()
  await protoc(
    scratch,
    [tools.protoc],
    [
      `--plugin=protoc-gen-grpc=${tools.plugin}`,
      `--js_out=import_style=commonjs,binary:${scratch}`,
      `--grpc_out=grpc_js:${scratch}`,
    ],
  )
  const made = ['blit_pb.js', 'blit_grpc_pb.js'].map((name) => [
    name,
    readFileSync(join(scratch, name), 'utf8'),
  ])
  const { texts } = await describe(scratch, [tools.protoc])
  return { ...texts, ...Object.fromEntries(made) }
}

/** The description of the wire that a daemon's reflection service gives away. */
function emitDescriptor(bytes) {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,100}/g) ?? []
  return [
    '/** proto/blit.proto as a FileDescriptorProto, in base64. */',
    'export const BLIT_DESCRIPTOR = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('')",
    '',
  ].join('\n')
}

/** What protoc understood of the file, and the texts that every maker makes of that. */
async function describe(scratch, command) {
  const file = readFile(await readDescriptor(scratch, command))
  const shown = await readDescriptor(join(scratch, PUBLIC), command)
  const texts = {
    'blit_pb.d.ts': emitDeclarations(file),
    'blit_grpc_pb.d.ts': emitServiceDeclarations(file),
    '../messages.ts': emitExports(file),
    '../descriptor.ts': emitDescriptor(shown.serializeBinary()),
    '../shapes.ts': emitShapes(file),
  }
  return { file, texts }
}

async function readDescriptor(folder, command) {
  const output = join(folder, 'descriptors')
  await protoc(folder, command, [`--descriptor_set_out=${output}`])
  return descriptors.FileDescriptorSet.deserializeBinary(readFileSync(output)).getFileList()[0]
}

async function protoc(folder, [program, ...first], args) {
  const all = [...first, `--proto_path=${folder}`, ...args, join(folder, 'blit.proto')]
  if ((await run(program, all, { stdio: 'inherit' })) !== 0)
    throw new Error(`${PROTO} was refused, see above`)
}

function findGrpcTools() {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const compiler = findFile('grpc-tools', `bin/protoc${ending}`)
  const plugin = findFile('grpc-tools', `bin/grpc_node_plugin${ending}`)
  return compiler && plugin ? { protoc: compiler, plugin } : undefined
}

function findFile(name, path) {
  try {
    const file = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path)
    return existsSync(file) ? file : undefined
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

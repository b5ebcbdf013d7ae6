import {
  BlitError,
  displayPath,
  toBytes,
  type HostAndPort,
  type Location,
  type ModuleInfo,
  type OpenOptions,
  type Transport,
} from '@blit/core'
import { BlitService, CONNECT_TIMEOUT_MS, pb } from '../protocol/index.js'
import { Connections, type SharedConnection } from './connections.js'
import { daemonName } from './daemon-name.js'
import { fileBytes } from './file-bytes.js'
import { greet } from './greet.js'
import { RemoteEndpoint } from './remote-endpoint.js'

/** What a daemon may take to say what modules it has, or that it is there. */
const ANSWER_TIMEOUT_MS = 10_000
const MAX_MODULES = 10_000

/** Endpoints of one daemon share a connection. */
export function createDaemonTransport(): Required<Omit<Transport, 'route'>> {
  const connections = new Connections(CONNECT_TIMEOUT_MS)
  return {
    open: async (location, options) => openPlace(connections, location, options),
    ping: async (host, options) =>
      withConnection(connections, host, options, async ({ connection }) =>
        // Greeted again: the first time, the connection was not there yet.
        greet(connection, { signal: options.signal, deadlineMs: Date.now() + ANSWER_TIMEOUT_MS }),
      ),
    modules: async (host, options) =>
      withConnection(connections, host, options, async (shared) => modulesAt(shared, options.signal)),
  }
}

async function openPlace(
  connections: Connections,
  location: Location,
  options: OpenOptions,
): Promise<RemoteEndpoint> {
  const { host, path, port, text } = location
  const [moduleName = '', ...rest] = path.split('/')
  if (host === undefined)
    throw new BlitError('E_USAGE', `'${displayPath(text)}' names no host`, { path: text })
  const at: HostAndPort = { host, ...(port !== undefined && { port }) }
  if (moduleName === '') {
    throw new BlitError('E_USAGE', `'${displayPath(text)}' names no module`, {
      path: text,
      hint: `see what there is with \`blit modules ${daemonName(at)}\``,
    })
  }

  const { connection, release } = await connections.use(at, options)

  return new RemoteEndpoint({
    connection,
    // No module has a name that is not text; this one does not exist.
    module: toBytes(moduleName).toString('utf8'),
    root: rest.join('/'),
    label: text,
    bytes: fileBytes,
    release,
  })
}

async function withConnection<T>(
  connections: Connections,
  host: HostAndPort,
  options: OpenOptions,
  work: (shared: SharedConnection) => Promise<T>,
): Promise<T> {
  const shared = await connections.use(host, options)
  try {
    return await work(shared)
  } finally {
    shared.release()
  }
}

async function modulesAt({ connection }: SharedConnection, signal: AbortSignal): Promise<ModuleInfo[]> {
  const deadlineMs = Date.now() + ANSWER_TIMEOUT_MS
  const answer = await connection.ask(BlitService.modules, new pb.ModulesRequest(), { signal, deadlineMs })
  const modules = answer.getModulesList()
  if (modules.length > MAX_MODULES)
    throw new BlitError('E_PROTOCOL', `${connection.at.name} has ${modules.length} modules`)
  return modules
    .map((module) => ({
      name: module.getName(),
      readOnly: module.getReadOnly(),
      comment: module.getComment(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

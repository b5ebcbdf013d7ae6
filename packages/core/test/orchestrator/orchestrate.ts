import {
  DEFAULT_TRANSFER_OPTIONS,
  TransferOrchestrator,
  TransportRegistry,
  type DeleteAnswer,
  type DeleteQuestion,
  type Operation,
  type OrchestratorDeps,
  type PurgeRequest,
  type TransferOptions,
  type TransferResult,
  type TransportDescriptor,
} from '../../dist/index.js'
import {
  memoryTransport,
  type MemoryEndpointOptions,
  type MemoryTransport,
  type MemoryTree,
} from '../../dist/testing/index.js'

export interface Bench {
  readonly transport: MemoryTransport
  /** The one tree that `memory://m/...` and plain paths name. */
  readonly tree: MemoryTree
  readonly questions: DeleteQuestion[]
  readonly deps: OrchestratorDeps
  run(
    operation: Operation,
    sources: readonly string[],
    destination: string,
    options?: Partial<TransferOptions>,
  ): Promise<TransferResult>
  purge(target: string, options?: Partial<PurgeRequest>): Promise<TransferResult>
}

export interface BenchOptions {
  readonly scheme?: string
  readonly endpoint?: MemoryEndpointOptions
  readonly deps?: Partial<OrchestratorDeps>
  readonly answer?: DeleteAnswer
  readonly others?: readonly TransportDescriptor[]
}

/** An orchestrator over places in memory: `memory://HOST/path`, or plain paths with the scheme `file`. */
export function bench({
  scheme = 'memory',
  endpoint = {},
  deps = {},
  answer = 'yes',
  others = [],
}: BenchOptions = {}): Bench {
  const transport = memoryTransport(scheme, endpoint)
  const questions: DeleteQuestion[] = []
  const descriptors = [transport.descriptor, ...others]
  const all: OrchestratorDeps = {
    registry: new TransportRegistry(
      descriptors.map((value) => ({ plugin: value.plugin, bundled: true, value })),
    ),
    observer: {},
    canAsk: true,
    async confirm(question) {
      questions.push(question)
      return answer
    },
    signal: new AbortController().signal,
    platform: 'linux',
    ...deps,
  }
  const orchestrator = new TransferOrchestrator(all)
  return {
    transport,
    tree: transport.tree(scheme === 'file' ? '' : 'm'),
    questions,
    deps: all,
    run: (operation, sources, destination, options = {}) =>
      orchestrator.transfer({
        operation,
        sources,
        destination,
        insecure: false,
        options: { ...DEFAULT_TRANSFER_OPTIONS, ...options },
      }),
    purge: (target, options = {}) =>
      orchestrator.purge({
        target,
        filter: { rules: [] },
        dryRun: false,
        reportActions: false,
        insecure: false,
        ...options,
      }),
  }
}

/** The error a promise rejects with. */
export async function rejection(
  promise: Promise<unknown>,
): Promise<{ code?: string; exit?: number; message: string }> {
  try {
    await promise
  } catch (error) {
    return error as Error
  }

  throw new Error('it did not reject')
}

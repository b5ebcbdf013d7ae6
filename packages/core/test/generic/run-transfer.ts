import {
  DEFAULT_TRANSFER_OPTIONS,
  genericRoute,
  type DeletePlan,
  type Failure,
  type FilterRule,
  type Operation,
  type Progress,
  type Route,
  type RouteOutcome,
  type TransferAction,
  type TransferJob,
  type TransferOptions,
} from '../../dist/index.js'
import { MemoryEndpoint, MemoryTree, type MemoryEndpointOptions } from '../../dist/testing/index.js'

export interface RunOptions extends Partial<Omit<TransferOptions, 'compare' | 'preserve'>> {
  readonly compare?: Partial<TransferOptions['compare']>
  readonly preserve?: Partial<TransferOptions['preserve']>
  readonly sourceOptions?: MemoryEndpointOptions
  readonly destinationOptions?: MemoryEndpointOptions
  readonly jobs?: readonly TransferJob[]
  readonly confirm?: (plan: DeletePlan) => Promise<void>
  readonly signal?: AbortSignal
  readonly route?: Route
}

export interface Ran extends RouteOutcome {
  /** `kind path` of every action, sorted. */
  readonly actions: readonly string[]
  readonly plans: readonly DeletePlan[]
  readonly progress: readonly Progress[]
  readonly warnings: readonly string[]
  readonly reported: readonly Failure[]
}

export const WHOLE_TREE: TransferJob = { kind: 'tree', sourcePath: '', destinationPath: '', prefix: '' }

/** Runs a transfer between two trees in memory and gathers everything it says. */
export async function runTransfer(
  operation: Operation,
  source: MemoryTree,
  destination: MemoryTree,
  options: RunOptions = {},
): Promise<Ran> {
  const { compare, preserve, sourceOptions, destinationOptions, jobs, confirm, signal, route, ...rest } =
    options
  const actions: TransferAction[] = []
  const plans: DeletePlan[] = []
  const progress: Progress[] = []
  const warnings: string[] = []
  const reported: Failure[] = []
  const outcome = await (route ?? genericRoute).run({
    operation,
    source: new MemoryEndpoint(source, sourceOptions),
    destination: new MemoryEndpoint(destination, destinationOptions),
    jobs: jobs ?? [WHOLE_TREE],
    options: {
      ...DEFAULT_TRANSFER_OPTIONS,
      reportActions: true,
      ...rest,
      compare: { ...DEFAULT_TRANSFER_OPTIONS.compare, ...compare },
      preserve: { ...DEFAULT_TRANSFER_OPTIONS.preserve, ...preserve },
    },
    observer: {
      actions: (some) => actions.push(...some),
      progress: (one) => progress.push(one),
      warning: (message, path) => warnings.push(`${path}: ${message}`),
      failure: (one) => reported.push(one),
    },
    async confirmDeletes(plan) {
      plans.push(plan)
      await confirm?.(plan)
    },
    signal: signal ?? new AbortController().signal,
  })
  return {
    ...outcome,
    actions: actions.map(({ kind, path }) => `${kind} ${path}`).sort(),
    plans,
    progress,
    warnings,
    reported,
  }
}

/** A tree with these files; the content of each is given, undefined makes a directory. */
export function treeOf(files: Readonly<Record<string, string | undefined>>): MemoryTree {
  const tree = new MemoryTree()
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) tree.putDirectory(path)
    else tree.putFile(path, content)
  }

  return tree
}

export function excludes(...patterns: string[]): { rules: FilterRule[] } {
  return { rules: patterns.map((pattern) => ({ action: 'exclude', pattern })) }
}

/** What a tree holds, apart from inodes and change times: a line for every path. */
export function contentOf(tree: MemoryTree): string[] {
  return tree.paths().map((path) => {
    const node = tree.nodeAt(path)
    if (node === undefined) return path
    const content = node.type === 'file' ? JSON.stringify(tree.text(path)) : node.target
    return `${path} ${node.type} ${node.mode.toString(8)} ${node.mtimeNs} ${content}`
  })
}

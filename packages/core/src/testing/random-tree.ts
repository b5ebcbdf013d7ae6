import { joinPath } from '../paths/check-name.js'
import { directoryOf } from '../paths/split-path.js'
import type { RandomSource } from './random-source.js'
import { withoutPath, type PlannedNode, type TreePlan } from './tree-plan.js'

/** What a random tree may hold. */
export interface RandomTreeOptions {
  /** Names that are not UTF-8, have control characters, or differ only in case or normalisation. */
  readonly anyNames: boolean
  /** About so many things. */
  readonly size: number
}

const PLAIN_NAMES = ['a', 'b', 'c.o', 'd.c', 'e.txt', 'f', 'build', 'cache', 'sub', 'x1', 'x2', 'x10']
const ODD_NAMES = [
  ' ',
  '-rf',
  'new\nline',
  'A',
  '\uDC80\uDCFF',
  'caf\u00E9',
  'cafe\u0301',
  '\u{1F600}',
  '\uFB01',
  '.hidden',
  'q"\'$',
  'n'.repeat(255),
]
const TARGETS = ['a', '../a', 'nowhere', '/nowhere', '.', 'sub/b', '\uDCFEx']
const FILE_MODES = [0o644, 0o600, 0o755, 0o444, 0o640]
const DIRECTORY_MODES = [0o755, 0o700, 0o555, 0o775]
const SIZES = [0, 1, 10, 1000, 4096, 70_000]

/** A tree of everything a file system can hold. */
export function randomTree(random: RandomSource, options: RandomTreeOptions): Map<string, PlannedNode> {
  const plan = new Map<string, PlannedNode>()
  const directories = ['']
  for (let i = 0; i < options.size; i++) {
    const path = joinPath(random.pick(directories), randomName(random, options))
    if (plan.has(path)) continue
    const node = randomNode(random, plan)
    plan.set(path, node)
    if (node.type === 'directory' && path.split('/').length < 5) directories.push(path)
  }

  return sorted(plan)
}

/**
 * What could have become of a tree: things vanished, came, changed their content or attributes, or became something
 * else.
 */
export function changedTree(
  random: RandomSource,
  plan: TreePlan,
  options: RandomTreeOptions,
): Map<string, PlannedNode> {
  let changed = new Map(plan)
  for (const path of plan.keys()) {
    if (!changed.has(path) || !random.oneIn(3)) continue
    const node = changed.get(path)
    const fate = random.below(4)
    if (fate === 0) changed = withoutPath(changed, path)
    else if (fate === 1) {
      changed = withoutPath(changed, path)
      changed.set(path, randomNode(random, changed))
    } else if (node !== undefined) changed.set(path, alteredNode(random, node))
  }

  const directories = [
    '',
    ...[...changed].filter(([, node]) => node.type === 'directory').map(([path]) => path),
  ]
  for (let i = 0; i < options.size / 4; i++) {
    const path = joinPath(
      random.pick(directories),
      `new-${randomName(random, { ...options, anyNames: false })}`,
    )
    if (!changed.has(path)) changed.set(path, randomNode(random, changed))
  }

  return sorted(changed)
}

function alteredNode(random: RandomSource, node: PlannedNode): PlannedNode {
  if (node.type === 'link') return node
  if (random.oneIn(3)) return { ...node, mtimeNs: randomTime(random) }
  if (node.type === 'symlink') return { ...node, target: random.pick(TARGETS) }
  if (node.type !== 'file' || random.oneIn(3)) {
    return { ...node, mode: random.pick(node.type === 'directory' ? DIRECTORY_MODES : FILE_MODES) }
  }

  // Half of the changed files keep their size.
  const length = random.oneIn(2) ? node.content.length : random.pick(SIZES)
  return { ...node, content: random.bytes(length), mtimeNs: randomTime(random) }
}

function randomNode(random: RandomSource, plan: TreePlan): PlannedNode {
  const mtimeNs = randomTime(random)
  const kind = random.below(20)
  if (kind < 6) return { type: 'directory', mode: random.pick(DIRECTORY_MODES), mtimeNs }
  if (kind < 8) return { type: 'symlink', target: random.pick(TARGETS), mtimeNs }
  const files = [...plan].filter(([, node]) => node.type === 'file')
  if (kind === 8 && files.length > 0) return { type: 'link', of: random.pick(files)[0] }
  if (kind === 9) return { type: 'fifo', mode: random.pick(FILE_MODES), mtimeNs }
  const length = random.oneIn(40) ? 1_500_000 : random.pick(SIZES)
  return { type: 'file', content: random.bytes(length), mode: random.pick(FILE_MODES), mtimeNs }
}

/** Whole microseconds, of this century or before 1970. */
function randomTime(random: RandomSource): bigint {
  const seconds = random.oneIn(10) ? -random.below(1_000_000) : 1_000_000_000 + random.below(700_000_000)
  return BigInt(seconds) * 1_000_000_000n + BigInt(random.below(1_000_000)) * 1000n
}

function randomName(random: RandomSource, { anyNames }: RandomTreeOptions): string {
  return anyNames && random.oneIn(4) ? random.pick(ODD_NAMES) : random.pick(PLAIN_NAMES)
}

/** Parents before children, and files before their further names: what a plan promises. */
function sorted(plan: TreePlan): Map<string, PlannedNode> {
  const known = new Map(
    [...plan].map(([path, node]) => [
      path,
      node.type === 'link' && !isFile(plan, node.of) ? emptyFile() : node,
    ]),
  )
  const depth = (path: string): number => path.split('/').length
  const whole = [...known].filter(([path]) => hasDirectories(known, path))
  return new Map(
    whole.sort(([a, nodeA], [b, nodeB]) => {
      const byLink = Number(nodeA.type === 'link') - Number(nodeB.type === 'link')
      return byLink !== 0 ? byLink : depth(a) - depth(b)
    }),
  )
}

function hasDirectories(plan: TreePlan, path: string): boolean {
  const parent = directoryOf(path)
  return parent === '' || (plan.get(parent)?.type === 'directory' && hasDirectories(plan, parent))
}

function isFile(plan: TreePlan, path: string): boolean {
  return plan.get(path)?.type === 'file' && hasDirectories(plan, path)
}

function emptyFile(): PlannedNode {
  return { type: 'file', content: new Uint8Array(0), mode: 0o644, mtimeNs: 0n }
}

import type { Endpoint, Metadata } from '../contract/endpoint.js'

/** One thing of a planned tree. */
export type PlannedNode =
  | { readonly type: 'file'; readonly content: Uint8Array; readonly mode: number; readonly mtimeNs: bigint }
  | { readonly type: 'directory'; readonly mode: number; readonly mtimeNs: bigint }
  | { readonly type: 'symlink'; readonly target: string; readonly mtimeNs: bigint }
  /** One more name of the file at `of`, which comes before it. */
  | { readonly type: 'link'; readonly of: string }
  | { readonly type: 'fifo'; readonly mode: number; readonly mtimeNs: bigint }

/** A tree as plain data: path to node, parents before children. The root is not in it. */
export type TreePlan = ReadonlyMap<string, PlannedNode>

/** Makes a planned tree at the root of an endpoint, by its own methods. Where there are no hard links or FIFOs there will be files. */
export async function growTree(
  endpoint: Endpoint,
  plan: TreePlan,
  rootMtimeNs = 1_500_000_000_000_000_000n,
): Promise<void> {
  const { signal } = new AbortController()
  const { hardLink, makeSpecial, setMetadata } = endpoint.features
  await endpoint.mkdir('', { signal })
  for (const [path, node] of plan) {
    if (node.type === 'directory') await endpoint.mkdir(path, { signal })
    else if (node.type === 'symlink')
      await endpoint.symlink(path, node.target, { signal, mtimeNs: node.mtimeNs })
    else if (node.type === 'link' && hardLink !== undefined && plan.get(node.of)?.type === 'file')
      await hardLink(node.of, path, { signal })
    else if (node.type === 'fifo' && makeSpecial !== undefined) {
      const { mode, mtimeNs } = node
      await makeSpecial(path, { name: '', type: 'fifo', sizeBytes: 0, mtimeNs, mode }, { signal })
      await setMetadata?.(path, { mode, mtimeNs }, { signal })
    } else await writeNode(endpoint, path, node)
  }

  for (const [path, node] of [...plan].reverse()) {
    if (node.type === 'directory')
      await setMetadata?.(path, { mode: node.mode, mtimeNs: node.mtimeNs }, { signal })
  }

  await setMetadata?.('', { mtimeNs: rootMtimeNs }, { signal })
}

async function writeNode(endpoint: Endpoint, path: string, node: PlannedNode): Promise<void> {
  const content = node.type === 'file' ? node.content : new Uint8Array(0)
  const metadata: Metadata = 'mode' in node ? { mode: node.mode, mtimeNs: node.mtimeNs } : { mtimeNs: 0n }
  await endpoint.write(path, once(content), {
    signal: new AbortController().signal,
    sizeBytes: content.length,
    metadata,
  })
}

/** Content in one chunk. */
export async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  if (content.length > 0) yield content
}

/** The same tree with files of their own in the place of hard links. */
export function withoutLinks(plan: TreePlan): TreePlan {
  return new Map([...plan].map(([path, node]) => [path, (node.type === 'link' && plan.get(node.of)) || node]))
}

/** A plan without the path and what is below it. */
export function withoutPath(plan: TreePlan, path: string): Map<string, PlannedNode> {
  return new Map([...plan].filter(([other]) => other !== path && !other.startsWith(`${path}/`)))
}

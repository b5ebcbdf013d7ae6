import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** What is to be at a path. */
export type Node =
  | string
  | Buffer
  | { readonly dir: true; readonly mode?: number; readonly mtime?: number }
  | { readonly file: Buffer | string; readonly mode?: number; readonly mtime?: number }
  | { readonly hole: number }
  | { readonly link: string; readonly mtime?: number }
  | { readonly same: string }
  | { readonly fifo: true }

/** Makes a tree: path to node, a bare string or buffer is a file's content. Directories on the way come by themselves. */
export function makeTree(root: string, nodes: Readonly<Record<string, Node>>): string {
  mkdirSync(root, { recursive: true })
  const directories: Array<() => void> = []
  for (const [name, node] of Object.entries(nodes)) {
    const path = join(root, name)
    mkdirSync(join(path, '..'), { recursive: true })
    const finish = makeNode(root, path, node)
    if (finish !== undefined) directories.unshift(finish)
  }

  for (const finish of directories) finish()
  return root
}

/** For a directory, returns what gives it its mode and time, when everything is in it. */
function makeNode(root: string, path: string, node: Node): (() => void) | undefined {
  if (typeof node === 'string' || Buffer.isBuffer(node)) writeFileSync(path, node)
  else if ('dir' in node) {
    mkdirSync(path, { recursive: true })
    return () => settle(path, node)
  } else if ('file' in node) {
    writeFileSync(path, node.file)
    settle(path, node)
  } else if ('hole' in node) {
    writeFileSync(path, '')
    truncateSync(path, node.hole)
  } else if ('link' in node) {
    symlinkSync(node.link, path)
    if (node.mtime !== undefined) lutimesSync(path, node.mtime, node.mtime)
  } else if ('same' in node) linkSync(join(root, node.same), path)
  else execFileSync('mkfifo', [path])
  return undefined
}

function settle(path: string, { mode, mtime }: { readonly mode?: number; readonly mtime?: number }): void {
  if (mode !== undefined) chmodSync(path, mode)
  if (mtime !== undefined) utimesSync(path, mtime, mtime)
}

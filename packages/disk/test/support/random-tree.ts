import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lchownSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { loadNative } from '@blit/native'

import { Random } from './random.js'
import { isRoot } from './scratch.js'

const NAMES = [
  'a',
  'b',
  'c.txt',
  'd e',
  '-f',
  '.g',
  'h\ni',
  'jé',
  'je\u0301',
  'k'.repeat(255),
  '...',
  '   ',
  'Ü',
  'x*?[y]',
]
const SIZES = [0, 1, 10, 4095, 4096, 4097, 70_000, 262_144, 262_145]
/** Before 1970 too, and after what 32 bits hold. */
const TIMES = [-1_000_000.5, 0, 1_234_567_890.123_456, 1_700_000_000, 4_500_000_000.25]

/** Fills a directory with all kinds of things, the same for the same seed. */
export function randomTree(root: string, seed: number): void {
  const random = new Random(seed)
  mkdirSync(root, { recursive: true })
  fill(root, random, 3)
  settle(root, random)
}

/** Changes about a third of what is in a tree; types are swapped, too. */
export function changeTree(root: string, seed: number): void {
  const random = new Random(seed)
  change(root, random, 3)
  settle(root, random)
}

function fill(directory: string, random: Random, depth: number): void {
  const count = 1 + random.below(9)
  for (let i = 0; i < count; i++) {
    const path = join(directory, random.pick(NAMES))
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) make(path, directory, random, depth)
  }
}

function make(path: string, directory: string, random: Random, depth: number): void {
  const kind = random.below(20)
  if (kind < 6 && depth > 0) {
    mkdirSync(path)
    fill(path, random, depth - 1)
  } else if (kind < 8) symlinkSync(random.pick(['a', '../b', '/nonexistent', 'x\ny', '.']), path)
  else if (kind < 10) linkTo(path, directory, random)
  else if (kind === 10) execFileSync('mkfifo', ['--', path])
  else if (kind === 11 && isRoot) loadNative()?.mknod(path, 0o02_0644, lstatSync('/dev/null').rdev)
  else if (kind === 12) {
    writeFileSync(path, 'x')
    truncateSync(path, 300_000 + random.below(3) * 100_000)
  } else writeFileSync(path, random.bytes(random.pick(SIZES)))
}

function linkTo(path: string, directory: string, random: Random): void {
  const files = readdirSync(directory).filter((name) => lstatSync(join(directory, name)).isFile())
  if (files.length === 0) writeFileSync(path, 'alone')
  else linkSync(join(directory, random.pick(files)), path)
}

function change(directory: string, random: Random, depth: number): void {
  chmodSync(directory, 0o755)
  for (const name of readdirSync(directory)) {
    const path = join(directory, name)
    const isDirectory = lstatSync(path).isDirectory()
    if (random.chance(20)) rmSync(path, { recursive: true })
    else if (random.chance(15)) {
      rmSync(path, { recursive: true })
      make(path, directory, random, depth)
    } else if (isDirectory) change(path, random, depth - 1)
  }

  if (random.chance(50)) fill(directory, random, depth)
}

/** Gives everything its owner, attributes, mode and time, deepest first. */
function settle(directory: string, random: Random): void {
  for (const name of readdirSync(directory)) {
    const path = join(directory, name)
    if (lstatSync(path).isDirectory()) settle(path, random)
    else setAttributes(path, random)
  }

  setAttributes(directory, random)
}

function setAttributes(path: string, random: Random): void {
  const stats = lstatSync(path)
  if (isRoot && random.chance(30)) lchownSync(path, random.below(5) * 1000, random.below(5) * 1000)
  if (stats.isFile() || stats.isDirectory()) {
    if (random.chance(20))
      loadNative()?.lsetXattr(path, `user.${random.pick(['one', 'two'])}`, random.bytes(random.below(20)))
    if (random.chance(10)) execFileSync('setfacl', ['-m', `u:${1000 + random.below(3)}:r-x`, '--', path])
    const mode = random.pick([0o644, 0o600, 0o755, 0o4755, 0o2755, 0o400, 0o777])
    if (random.chance(30)) chmodSync(path, mode | (stats.isDirectory() ? 0o700 : 0))
  }

  if (random.chance(70)) lutimesSync(path, 1, random.pick(TIMES) + random.below(100_000))
}

/** What rsync would still do to make one tree the other, everything kept; nothing if they are equal. */
export function rsyncDifferences(from: string, to: string): string {
  const args = ['-nacHAX', '--delete', '--itemize-changes', `${from}/`, `${to}/`]
  return execFileSync('rsync', args, { encoding: 'latin1' })
}

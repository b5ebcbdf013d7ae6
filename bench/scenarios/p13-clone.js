import { spawnSync } from 'node:child_process'
import { mkdirSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { ensureTools } from '../../scripts/lib/debian-tools.js'
import { makeLargeFile } from '../trees.js'
import { remove } from '../workplace.js'

export const clone = {
  id: 'P13',
  title: 'one file of 4 GiB, new, on a file system that can share extents (btrfs)',
  async prepare({ folder, scale, blit, workplace }) {
    if (process.getuid?.() !== 0) throw new Error('P13 mounts a file system: it needs root.')
    await ensureTools({ 'mkfs.btrfs': 'btrfs-progs', filefrag: 'e2fsprogs', mount: 'mount' })
    const mounted = mountBtrfs(folder, Math.ceil(8 * scale) + 2, workplace)
    const [source, destination] = [`${mounted}/source.bin`, `${mounted}/copy.bin`]
    makeLargeFile(source, 4 * 2 ** 30 * scale)
    run('sync', '-f', mounted)
    return {
      reset: () => remove(destination),
      command: [...blit, 'copy', source, destination],
      peers: [{ name: 'cp --reflink=auto', command: ['cp', '--reflink=auto', source, destination] }],
      facts: () => ({ sharing: sharing(blit, mounted, source, destination) }),
    }
  },
}

/** What a last copy by blit shares with its source, and what it takes from the free space. */
function sharing(blit, mounted, source, destination) {
  remove(destination)
  run('sync', '-f', mounted)
  const before = freeBytes(mounted)
  run(...blit, 'copy', source, destination)
  run('sync', '-f', mounted)
  const extents = run('filefrag', '-v', destination)
    .split('\n')
    .filter((line) => /^ *\d+: /.test(line))
  return {
    extents: extents.length,
    sharedExtents: extents.filter((line) => line.includes('shared')).length,
    spaceTakenBytes: Math.max(0, before - freeBytes(mounted)),
  }
}

function mountBtrfs(folder, sizeGiB, workplace) {
  const [image, mounted] = [`${folder}/btrfs.img`, `${folder}/btrfs`]
  writeFileSync(image, '')
  truncateSync(image, sizeGiB * 2 ** 30)
  mkdirSync(mounted)
  run('mkfs.btrfs', '-q', image)
  run('mount', '-o', 'loop', image, mounted)
  workplace.atEnd(() => run('umount', '-l', mounted))
  return mounted
}

const freeBytes = (/** @type {string} */ path) => {
  const { bfree, bsize } = statfsSync(path)
  return bfree * bsize
}

function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout
}

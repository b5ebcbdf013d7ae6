import { readFileSync, realpathSync, statSync } from 'node:fs'

import { toFsPath, fromBytes, type Identity } from '@blit/core'

/** A line of `/proc/self/mountinfo` (proc_pid_mountinfo(5)): what of which device is mounted where. */
interface Mount {
  readonly device: string
  readonly root: string
  readonly point: string
}

/**
 * Where a path is. Each directory is named twice: by device and inode, which no symlink changes, and by the
 * path within its file system, which shows through bind mounts where the way up leads elsewhere.
 */
export function identityOf(path: string): Identity {
  const missing: string[] = []
  let existing = path
  let real = resolve(existing)
  while (real === undefined) {
    const cut = existing.replace(/\/+$/, '').lastIndexOf('/')
    missing.unshift(existing.slice(cut + 1).replace(/\/+$/, ''))
    existing = cut <= 0 ? '/' : existing.slice(0, cut)
    real = resolve(existing)
  }

  const chain = ancestors(real)
  const names = chain.map((place) => namesOf(place))
  const tail = missing.filter((name) => name !== '' && name !== '.')
  const all = names.flat()
  let self = names[0] ?? []
  for (const name of tail) {
    self = self.map((id) => `${id}\0${name}`)
    all.push(...self)
  }

  return {
    self,
    ancestors: [...new Set([...all, ...withinVolume(real, tail)])],
    mounted: tail.length > 0 ? [] : mountedBelow(real),
  }
}

/** Without a look at them: one whose server is away would not answer. */
function mountedBelow(real: string): Identity[] {
  const start = real === '/' ? real : `${real}/`
  const points = mounts().flatMap(({ point }) => (point.startsWith(start) && point !== real ? [point] : []))
  return points.map((point) => ({ self: [volumePath(point) ?? point], ancestors: withinVolume(point, []) }))
}

function resolve(path: string): string | undefined {
  try {
    return fromBytes(realpathSync(toFsPath(path), { encoding: 'buffer' }))
  } catch {
    // Missing, or not to be entered: then an ancestor says where it is.
    return path === '/' ? '/' : undefined
  }
}

function ancestors(real: string): string[] {
  const chain = [real]
  for (let place = real; place !== '/';) {
    const cut = place.lastIndexOf('/')
    place = cut <= 0 ? '/' : place.slice(0, cut)
    chain.push(place)
  }

  return chain
}

function namesOf(path: string): string[] {
  const stats = statSync(toFsPath(path), { bigint: true })
  const inVolume = volumePath(path)
  return [`inode:${stats.dev}:${stats.ino}`, ...(inVolume === undefined ? [] : [inVolume])]
}

/** Every directory of the file system that a path is in, also those that the mount does not show. */
function withinVolume(real: string, tail: readonly string[]): string[] {
  const path = volumePath(real)
  if (path === undefined) return []
  const full = [path, ...tail].join('/')
  const start = full.indexOf('/')
  // The root of the file system, whether or not a mount shows it.
  const found: string[] = start === -1 ? [] : [full.slice(0, start)]
  for (let end = full.indexOf('/', start + 1); end !== -1; end = full.indexOf('/', end + 1))
    found.push(full.slice(0, end))
  return [...found, full]
}

function volumePath(real: string): string | undefined {
  let best: Mount | undefined
  for (const mount of mounts()) {
    const inside = real === mount.point || mount.point === '/' || real.startsWith(`${mount.point}/`)
    // Of equal ones the last is on top.
    if (inside && mount.point.length >= (best?.point.length ?? 0)) best = mount
  }

  if (best === undefined) return undefined
  const rest = best.point === '/' ? real.replace(/\/$/, '') : real.slice(best.point.length)
  return `volume:${best.device}:${best.root === '/' ? '' : best.root}${rest}`
}

function mounts(): Mount[] {
  if (process.platform !== 'linux') return []
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, , device, root, point] = line.split(' ')
        return device === undefined || root === undefined || point === undefined
          ? []
          : [{ device, root: unescape(root), point: unescape(point) }]
      })
  } catch {
    // Without /proc bind mounts cannot be told; inodes still can.
    return []
  }
}

/** The kernel writes blanks and the like as octal. */
function unescape(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
}

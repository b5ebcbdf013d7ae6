import { mkdirSync } from 'node:fs'
import { startBlit, startRclone, startRsync } from './servers.js'

/** The servers of blit and its peers, all on one folder, `module`. */
export async function startServers({ blit, folder, workplace }) {
  const module = `${folder}/module`
  mkdirSync(module, { recursive: true })
  const place = { blit, folder, module, workplace }
  return {
    module,
    blit: await startBlit(place),
    rsync: await startRsync(place),
    rclone: await startRclone(place),
  }
}

/**
 * blit and its peers, each between a path and `there`, a path in the module, in the direction `way`. `goal` is the ratio to rsync that must
 * hold; rclone takes part in so many `rcloneRounds`.
 */
export function contenders({ blit, servers, way, kind, here, there, goal, rcloneRounds }) {
  const slash = kind === 'tree' ? '/' : ''
  const places = {
    blit: `blit://127.0.0.1:${servers.blit.port}/m/${there}`,
    rsync: `rsync://127.0.0.1:${servers.rsync.port}/m/${there}`,
    rclone: `:webdav:${there}`,
  }
  const between = (/** @type {string} */ place, source = '') =>
    way === 'push' ? [`${here}${source}`, place] : [`${place}${source}`, here]
  const rclone = ['rclone', kind === 'tree' ? 'copy' : 'copyto', '--config', '']
  const at = [`--webdav-url=http://127.0.0.1:${servers.rclone.port}`]
  return [
    {
      name: 'blit',
      command: [...blit, 'copy', ...between(places.blit)],
      server: servers.blit,
    },
    {
      name: 'blit --no-verify',
      command: [...blit, 'copy', '--no-verify', ...between(places.blit)],
      server: servers.blit,
    },
    {
      name: 'rsync daemon',
      command: ['rsync', '-a', ...between(places.rsync, slash)],
      server: servers.rsync,
      goal,
    },
    {
      name: 'rclone, WebDAV',
      command: [...rclone, ...at, ...between(places.rclone)],
      server: servers.rclone,
      ready: servers.rclone.restart,
      keepsTimes: false,
      rounds: rcloneRounds,
    },
  ]
}

import { spawnSync } from 'node:child_process'
import { ensureTools } from '../scripts/lib/debian-tools.js'

/** What the benchmark runs, and the Debian package of each. */
const TOOLS = {
  rsync: 'rsync',
  rclone: 'rclone',
  tar: 'tar',
  cp: 'coreutils',
  time: 'time',
  strace: 'strace',
}

export const installPeers = () => ensureTools(TOOLS)

/** The peers that copy a folder to a place that does not exist yet, with the highest ratio that each may have. */
export function treePeers(source, destination, goals = {}) {
  return [
    { name: 'cp -a', command: ['cp', '-a', source, destination] },
    { name: 'rsync -a', command: ['rsync', '-a', `${source}/`, destination] },
    { name: 'rclone copy', command: ['rclone', 'copy', '--links', source, destination] },
    {
      name: 'tar | tar',
      command: ['sh', '-c', 'mkdir "$1" && tar -C "$0" -cf - . | tar -C "$1" -xpf -', source, destination],
    },
  ].map((peer) => ({ ...peer, goal: goals[peer.name] }))
}

/** First lines of what the peers say about their versions. */
export function peerVersions() {
  return ['cp', 'rsync', 'rclone', 'tar'].map(
    (peer) =>
      spawnSync(peer, ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0] ?? `${peer}: not installed`,
  )
}

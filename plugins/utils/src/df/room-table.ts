import { displayPath, formatBytes, formatCount } from '@blit/core'
import { columns } from '../output/columns.js'
import type { Room } from './room.js'

const HEAD = ['SIZE', 'USED', 'AVAILABLE', 'USE%', 'INODES', 'INODES USED', 'TARGET']

/** Rooms as the lines of a table, safe to print (S21). */
export function roomTable(rooms: readonly Room[]): string[] {
  return columns([HEAD, ...rooms.map((room) => row(room))])
}

function row(room: Room): string[] {
  const { availableBytes, target, totalBytes, totalInodes, usedBytes, usedInodes, usedPercent } = room
  const inodes = totalInodes > 0 ? [formatCount(totalInodes), formatCount(usedInodes)] : ['-', '-']
  return [
    formatBytes(totalBytes),
    formatBytes(usedBytes),
    formatBytes(availableBytes),
    usedPercent === undefined ? '-' : `${usedPercent}%`,
    ...inodes,
    displayPath(target),
  ]
}

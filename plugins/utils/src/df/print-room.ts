import { EXIT } from '@blit/core'
import { Output } from '../output/output.js'
import type { Reach } from '../place/open-place.js'
import { roomAt } from './room.js'
import { roomTable } from './room-table.js'

/** Prints the room at a target, as a table or as one JSON object. Gives the exit code. */
export async function printRoom(target: string, reach: Reach, json: boolean): Promise<number> {
  const rooms = [await roomAt(target, reach)]
  const text = json
    ? JSON.stringify({ operation: 'df', target, filesystems: rooms })
    : roomTable(rooms).join('\n')
  await new Output().write(`${text}\n`)
  return EXIT.ok
}

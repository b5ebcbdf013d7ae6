import { clone } from './p13-clone.js'
import { flat } from './p5-flat.js'
import { growth } from './growth.js'
import { large } from './p2-large.js'
import { networkLarge } from './p6-network-large.js'
import { networkMemory } from './p11-network-memory.js'
import { networkSmall } from './p7-network-small.js'
import { networkUnchanged } from './p8-network-unchanged.js'
import { partly } from './p4-partly-changed.js'
import { roundTrips } from './p10-round-trips.js'
import { small } from './p1-small.js'
import { start } from './p12-start.js'
import { systemCalls } from './system-calls.js'
import { unchanged } from './p3-unchanged.js'

/** In the order in which they run. */
export const SCENARIOS = [
  small,
  large,
  unchanged,
  partly,
  flat,
  networkLarge,
  networkSmall,
  networkUnchanged,
  roundTrips,
  networkMemory,
  start,
  clone,
  growth,
  systemCalls,
]

import { clone } from './p13-clone.js'
import { flat } from './p5-flat.js'
import { growth } from './growth.js'
import { large } from './p2-large.js'
import { partly } from './p4-partly-changed.js'
import { small } from './p1-small.js'
import { start } from './p12-start.js'
import { systemCalls } from './system-calls.js'
import { unchanged } from './p3-unchanged.js'

/** In the order in which they run. */
export const SCENARIOS = [small, large, unchanged, partly, flat, start, clone, growth, systemCalls]

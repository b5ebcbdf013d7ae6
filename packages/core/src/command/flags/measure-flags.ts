import * as Flags from '@oclif/core/flags'
import { BlitError } from '../../errors/blit-error.js'
import { displayPath } from '../../paths/display.js'
import { parseAge, parseDuration } from '../../units/duration.js'
import { parseRate } from '../../units/rate.js'
import { parseSize } from '../../units/size.js'
import { unshield } from './shield-values.js'

/** A number of bytes: `--min-size 10Mi`. */
export const sizeFlag = Flags.custom<number>({
  helpValue: 'SIZE',
  parse: async (text) => parseSize(unshield(text)),
})

/** An age in nanoseconds: `--min-age 2d`. */
export const ageFlag = Flags.custom<bigint>({
  helpValue: 'AGE',
  parse: async (text) => parseAge(unshield(text)),
})

/** A length of time in nanoseconds: `--modify-window 2s`. */
export const durationFlag = Flags.custom<bigint>({
  helpValue: 'DURATION',
  parse: async (text) => parseDuration(unshield(text)),
})

/** Bytes per second: `--bwlimit 10M`. */
export const rateFlag = Flags.custom<number>({
  helpValue: 'RATE',
  parse: async (text) => parseRate(unshield(text)),
})

/** A whole number within limits that are part of it. */
export const countFlag = Flags.custom<number, { min: number; max?: number }>({
  helpValue: 'N',
  async parse(text, _context, { min, max = Number.MAX_SAFE_INTEGER }) {
    const count = Number(text)
    if (/^\d{1,15}$/.test(text) && count >= min && count <= max) return count
    const range = max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`
    throw new BlitError('E_USAGE', `'${displayPath(unshield(text))}' is not a whole number ${range}`)
  },
})

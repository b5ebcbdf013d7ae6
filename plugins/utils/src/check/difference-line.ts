import { displayPath } from '@blit/core'
import { countOf } from '@blit/core/command'
import type { CheckTally, Difference } from './difference.js'

/** What was compared, and differs. */
type ComparedDifference = Exclude<Difference, { readonly kind: 'error' }>

/** A difference as a line, safe to print (S21). Errors are said elsewhere. */
export function differenceLine(difference: ComparedDifference): string {
  const path = difference.path === '' ? '.' : displayPath(difference.path)
  return `${difference.kind.padEnd(7)}  ${path}${detail(difference)}`
}

/** What a check found, as a line. */
export function checkSummary(tally: CheckTally): string {
  const { checked, differing, errors, extra, missing } = tally
  const found = [
    missing > 0 && `${missing} missing`,
    extra > 0 && `${extra} extra`,
    differing > 0 && `${differing} differ`,
    errors > 0 && countOf(errors, 'error'),
  ].filter((part) => part !== false)
  return `checked ${countOf(checked, 'path')}: ${found.length === 0 ? 'all match' : found.join(', ')}`
}

function detail(difference: ComparedDifference): string {
  switch (difference.kind) {
    case 'missing':
    case 'extra': {
      return difference.type === 'directory' ? '/' : ''
    }

    case 'content': {
      const { destinationSizeBytes, sourceSizeBytes } = difference
      return sourceSizeBytes === destinationSizeBytes
        ? ''
        : ` (${sourceSizeBytes} bytes, at the destination ${destinationSizeBytes})`
    }

    case 'type': {
      return ` (${difference.sourceType}, at the destination ${difference.destinationType})`
    }

    case 'target': {
      const { destinationTarget, sourceTarget } = difference
      return ` (${displayPath(sourceTarget)}, at the destination ${displayPath(destinationTarget)})`
    }
  }
}

import { formatCount } from '../../units/format.js'

/** A count with its noun: `1 file`, `1,234 files`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

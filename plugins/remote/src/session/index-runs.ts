/** Runs of indices (first, count, first, count), ascending, without some. */
export function withoutIndices(runs: readonly number[], indices: ReadonlySet<number>): readonly number[] {
  if (indices.size === 0) return runs
  const left: number[] = []
  const sorted = [...indices].sort((a, b) => a - b)
  for (let at = 0; at < runs.length; at += 2) {
    let first = runs[at] as number
    const end = first + (runs[at + 1] as number)
    for (const index of sorted) {
      if (index < first || index >= end) continue
      if (index > first) left.push(first, index - first)
      first = index + 1
    }

    if (end > first) left.push(first, end - first)
  }

  return left
}

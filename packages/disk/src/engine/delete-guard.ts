import { BlitError, type DeletePlan } from '@blit/core'

import type { Answer } from './crew.js'

/** The plans of all workers as one. */
export function totalPlan(answers: Iterable<Answer>): DeletePlan {
  const total = { entries: 0, bytes: 0, sample: [] as string[] }
  for (const { deletes } of answers) {
    total.entries += deletes.entries
    total.bytes += deletes.bytes
    total.sample.push(...deletes.sample)
  }

  return { ...total, sample: total.sample.sort().slice(0, 20) }
}

/** S2: why nothing may be deleted, whatever the plan. Undefined if it may. */
export function deletionRefusal(
  answers: Iterable<Pick<Answer, 'incomplete'>>,
  failures: number,
): BlitError | undefined {
  for (const { incomplete } of answers) {
    if (incomplete)
      return new BlitError('E_INCOMPLETE', 'the trees could not be read in full, so nothing was deleted')
  }

  return failures === 0
    ? undefined
    : new BlitError('E_INCOMPLETE', 'not everything could be copied, so nothing was deleted', { exit: 3 })
}

import type { TransferObserver } from '@blit/core'

/** One observer that passes on to several; what is false or undefined is left out. */
export function joinObservers(parts: ReadonlyArray<TransferObserver | false | undefined>): TransferObserver {
  const observers = parts.filter((part) => part !== false && part !== undefined)
  return {
    progress(progress) {
      for (const observer of observers) observer.progress?.(progress)
    },
    actions(actions) {
      for (const observer of observers) observer.actions?.(actions)
    },
    failure(failure) {
      for (const observer of observers) observer.failure?.(failure)
    },
    warning(message, path) {
      for (const observer of observers) observer.warning?.(message, path)
    },
  }
}

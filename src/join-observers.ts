import type { TransferObserver } from '@blit/core'

/** One observer that passes on to several; what is false or undefined is left out. */
export function joinObservers(parts: ReadonlyArray<TransferObserver | false | undefined>): TransferObserver {
  const observers = parts.filter((part) => part !== false && part !== undefined)
  return {
    progress: (progress) => observers.forEach((observer) => observer.progress?.(progress)),
    actions: (actions) => observers.forEach((observer) => observer.actions?.(actions)),
    failure: (failure) => observers.forEach((observer) => observer.failure?.(failure)),
    warning: (message, path) => observers.forEach((observer) => observer.warning?.(message, path)),
  }
}

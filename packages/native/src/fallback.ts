/** Platforms without a binding: everything goes through `node:fs` there. */
export function noNative(): undefined {
  return undefined
}

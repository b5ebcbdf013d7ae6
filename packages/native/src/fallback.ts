/** Platforms without a binding: `node:fs` does everything there. */
export function fallbackNative(): undefined {
  return undefined
}

import type { Side } from '../place/operand-error.js'

/** An error of one side of a check; the error itself is its `cause`. */
export class SideError extends Error {
  constructor(
    readonly side: Side,
    override readonly cause: unknown,
  ) {
    super(`at the ${side}`, { cause })
  }
}

/** The same items; what goes wrong with them is a {@link SideError}. */
export async function* onSide<T>(side: Side, items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items
  } catch (error) {
    throw new SideError(side, error)
  }
}

/** The error that `act` throws. */
export function thrownBy(act: () => unknown): Error & { code?: string } {
  try {
    act()
  } catch (error) {
    return error as Error & { code?: string }
  }

  throw new Error('nothing was thrown')
}

/** The exit codes of `CLI.md`. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  partial: 3,
  source: 4,
  destination: 5,
  differ: 6,
  declined: 7,
  guard: 8,
  plugin: 10,
  unreachable: 11,
  unauthorised: 12,
  sighup: 129,
  sigint: 130,
  sigterm: 143,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const PRECEDENCE: readonly number[] = [130, 143, 129, 1, 2, 10, 11, 12, 4, 5, 8, 7, 6, 3, 0]

/** Where several apply, the one that a script should see. */
export function strongestExit(codes: Iterable<number>): number {
  let best = PRECEDENCE.length - 1
  for (const code of codes) {
    const rank = PRECEDENCE.indexOf(code)
    best = Math.min(best, rank === -1 ? 2 : rank)
  }

  return PRECEDENCE[best] ?? 0
}

/** How many connections there may be. */
export interface AdmissionLimits {
  readonly maxConnections: number
  /** Of these, connections that have not shown yet that they are entitled. */
  readonly maxUnauthenticated: number
}

/** A connection that was let in. */
export interface Admitted {
  /** It has shown what it is. */
  authenticated(): void
  /** Its socket is gone. May be called twice. */
  left(): void
  /** Its descriptor outlives its socket: it counts until what this gives is called. */
  adopt(): () => void
}

/** Counts connections against their limits (S16). */
export class Admission {
  private open = 0
  private waiting = 0

  constructor(private readonly limits: AdmissionLimits) {}

  get counts(): { readonly connections: number; readonly unauthenticated: number } {
    return { connections: this.open, unauthenticated: this.waiting }
  }

  /** Lets a connection in, or not. */
  admit(): Admitted | undefined {
    if (this.open >= this.limits.maxConnections || this.waiting >= this.limits.maxUnauthenticated)
      return undefined
    this.open++
    this.waiting++
    let isWaiting = true
    let isOpen = true
    let isAdopted = false
    const authenticated = (): void => {
      if (isWaiting) this.waiting--
      isWaiting = false
    }

    const leave = (): void => {
      authenticated()
      if (isOpen) this.open--
      isOpen = false
    }

    return {
      authenticated,
      left() {
        if (!isAdopted) leave()
      },
      adopt() {
        isAdopted = true
        return leave
      },
    }
  }
}

import * as Flags from '@oclif/core/flags'

/** Who may be talked to. */
export const reachFlags = {
  insecure: Flags.boolean({
    description: 'talk in clear and without a credential beyond loopback',
    helpGroup: 'REACH',
  }),
}

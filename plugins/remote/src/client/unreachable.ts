import { BlitError, displayPath } from '@blit/core'

/** Why nobody is there, in words for those errors that users meet. */
const WHY: ReadonlyArray<readonly [RegExp, string, string?]> = [
  [/ECONNREFUSED/, 'nobody listens there'],
  [/ENOTFOUND|EAI_NONAME|EAI_NODATA/, 'there is no host of this name', 'check the name of the host'],
  [/EAI_AGAIN/, 'the name of the host cannot be looked up now', 'check the network, then try again'],
  [/EHOSTUNREACH|ENETUNREACH|ENETDOWN/, 'there is no way to it', 'check the network'],
  [/ETIMEDOUT|DEADLINE_EXCEEDED|Deadline exceeded/, 'it does not answer'],
  [/ECONNRESET|ECONNABORTED|EPIPE|socket hang up|Connection dropped/, 'it hung up'],
  [
    /Protocol error|Received HTTP status code/,
    'what it says is not what a blit daemon says',
    'check the port: something else may listen there',
  ],
  [
    /Failed to connect/,
    'it hangs up at once',
    'it may be something else that listens there, or a daemon with too many connections',
  ],
]

/** What grpc-js writes around a reason. */
const AROUND =
  /^\d+ [A-Z_]+: (?:No connection established\. Last error: )?|\s*\(\d{4}-[\dT:.-]+Z\)|\.?\s*Resolution note:\s*/g

const HINT = 'is the daemon running there? it is started with `blit daemon start --module NAME=PATH`'

/** A daemon that could not be reached, or was lost after it `wasThere` (exit 11), from whatever said so. */
export function unreachable(name: string, cause: unknown, wasThere = false): BlitError {
  const said = cause instanceof Error ? cause.message : String(cause)
  const [, known, hint] = WHY.find(([pattern]) => pattern.test(`${codeOf(cause)} ${said}`)) ?? []
  const what = wasThere ? `lost the connection to ${name}` : `cannot reach ${name}`
  return new BlitError('E_UNREACHABLE', `${what}: ${known ?? displayPath(said.replaceAll(AROUND, ''))}`, {
    hint: hint ?? (wasThere ? 'see what happened to the daemon, then run the same command again' : HINT),
    cause,
  })
}

/** A loss that names nobody, with who was lost. Other errors stay as they are. */
export function namedLoss(error: BlitError, name: string): BlitError {
  const { cause, code, exit, message } = error
  if (code !== 'E_UNREACHABLE' || message.includes(name)) return error
  return new BlitError(code, `${name}: ${message}`, {
    exit,
    hint: 'see what happened to the daemon, then run the same command again to go on',
    cause,
  })
}

// Where several addresses were tried, the last one's.
function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError) return codeOf(cause.errors.at(-1))
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}

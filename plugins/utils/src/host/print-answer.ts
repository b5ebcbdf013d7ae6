import { displayPath, EXIT, type PingAnswer } from '@blit/core'
import { Output } from '../output/output.js'
import type { Reach } from '../place/open-place.js'
import { pingHost } from './ask-host.js'

/** Prints what answers at a host, as a line or as one JSON object. Gives the exit code. */
export async function printAnswer(host: string, reach: Reach, json: boolean): Promise<number> {
  const answer = await pingHost(host, reach)
  const text = json
    ? JSON.stringify({ operation: 'ping', target: host, answers: [report(answer)] })
    : answerLine(answer)
  await new Output().write(`${text}\n`)
  return EXIT.ok
}

// Milliseconds with three decimals: what a clock can tell.
function report(answer: PingAnswer): PingAnswer {
  return { ...answer, roundTripMs: Number(answer.roundTripMs.toFixed(3)) }
}

/** An answer as a line, safe to print (S21). */
export function answerLine({ address, port, protocol, roundTripMs, software }: PingAnswer): string {
  const place = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
  const who = displayPath(software) || 'somebody'
  return `${who} at ${place}, protocol ${protocol}, ${roundTripMs.toFixed(1)} ms`
}

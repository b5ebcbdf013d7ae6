import { ServerInterceptingCall, status, type ServerInterceptor } from '@grpc/grpc-js'
import type { Metrics } from '../metrics/metrics.js'

/**
 * Ends calls whose first message does not come in time (S16), and counts how calls end. Opening a call costs a client
 * nothing, so it must not hold anything for long.
 */
export function watchCalls(deadlineMs: number, metrics: Metrics): ServerInterceptor {
  return (method, call) => {
    let ended = false
    const end = (code: status): void => {
      clearTimeout(timer)
      if (!ended)
        metrics.request(method.path.slice(method.path.lastIndexOf('/') + 1), status[code] ?? String(code))
      ended = true
    }

    const watched = new ServerInterceptingCall(call, {
      start(next) {
        next({
          onReceiveMessage(message: unknown, forward) {
            clearTimeout(timer)
            forward(message)
          },
          onCancel: () => end(status.CANCELLED),
        })
      },
      sendStatus(sent, next) {
        end(sent.code ?? status.UNKNOWN)
        next(sent)
      },
    })
    const timer = setTimeout(() => {
      metrics.stall()
      watched.sendStatus({
        code: status.DEADLINE_EXCEEDED,
        details: 'the first message did not come in time',
      })
    }, deadlineMs)
    return watched
  }
}

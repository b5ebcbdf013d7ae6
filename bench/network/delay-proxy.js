// A long way: passes everything between whoever connects and a port on loopback, each byte a fixed time after it came.
// However much is on its way, none of it is held back, so the rate stays what it was. The handshake of TCP would be a round
// trip too: what a client says before it would have ended waits for that.
// `node delay-proxy.js PORT DELAY_MS` says the port that it listens on.
import { connect, createServer } from 'node:net'
import process from 'node:process'

const [port = 0, delayMs = 0] = process.argv.slice(2).map(Number)

const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
  const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
  pass(near, far, performance.now() + 2 * delayMs)
  pass(far, near, 0)
})
server.listen(0, '127.0.0.1', () => console.log(server.address().port))

function pass(from, to, notBeforeMs) {
  const queue = []
  let timer
  const later = (action) => {
    const atMs = Math.max(performance.now(), notBeforeMs) + delayMs
    queue.push({ atMs, action })
    timer ??= setTimeout(deliver, atMs - performance.now())
  }

  const deliver = () => {
    timer = undefined
    // A timer may be a moment early.
    const now = performance.now() + 0.5
    while (queue.length > 0 && queue[0].atMs <= now) queue.shift().action()
    if (queue.length > 0) timer = setTimeout(deliver, queue[0].atMs - performance.now())
  }

  from.on('data', (bytes) => later(() => to.write(bytes)))
  from.on('end', () => later(() => to.end()))
  from.on('close', () => later(() => to.destroy()))
  from.on('error', () => {
    // Its 'close' follows.
  })
}

const INTERVAL_MS = 100
const ERASE = '\r\u001B[K'

/** A line at the bottom of the terminal that says how far the work is. */
export interface LiveLine {
  /** Shows what `text` gives, if it is time to. */
  update(text: () => string): void
  /** Takes it away, so that something else can be printed. */
  clear(): void
}

const SILENT: LiveLine = { update() {}, clear() {} }

/**
 * A live line on stderr, where that is a terminal. Drawn when it is updated, not by a timer: reading local files
 * leaves timers no time.
 */
export function liveLine(wanted: boolean, stream: NodeJS.WriteStream = process.stderr): LiveLine {
  if (!wanted || !stream.isTTY || process.env['CI']) return SILENT
  let shownAtMs = Date.now()
  let isShown = false
  return {
    update(text) {
      const nowMs = Date.now()
      if (nowMs - shownAtMs < INTERVAL_MS) return
      shownAtMs = nowMs
      isShown = true
      stream.write(ERASE + text().slice(0, Math.max(10, (stream.columns ?? 80) - 1)))
    },
    clear() {
      if (isShown) stream.write(ERASE)
      isShown = false
    },
  }
}

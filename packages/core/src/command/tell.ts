/** Prints a line on stderr. That it cannot be written ends nothing: there is still work to be done. */
export function tell(line: string): void {
  if (!process.stderr.listeners('error').includes(ignore)) process.stderr.on('error', ignore)
  process.stderr.write(`${line}\n`)
}

function ignore(): void {
  // Nobody could be told.
}

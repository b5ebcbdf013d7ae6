import { expect } from 'chai'
import { liveLine } from '../../dist/output/live-line.js'

function terminal(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly written: string[] } {
  const written: string[] = []
  const stream = { isTTY, columns: 20, write: (text: string) => written.push(text) }
  return { stream: stream as unknown as NodeJS.WriteStream, written }
}

describe('a live line', () => {
  const { now } = Date
  const ci = process.env['CI']
  let timeMs = 0

  beforeEach(() => {
    timeMs = 1000
    Date.now = () => timeMs
    delete process.env['CI']
  })

  afterEach(() => {
    Date.now = now
    if (ci !== undefined) process.env['CI'] = ci
  })

  it('is drawn ten times a second at most, and fits in a line', () => {
    const { stream, written } = terminal(true)
    const line = liveLine(true, stream)
    line.update(() => 'too soon')
    timeMs += 100
    line.update(() => 'x'.repeat(100))
    line.update(() => 'too soon')
    expect(written).to.deep.equal([`\r\u001B[K${'x'.repeat(19)}`])
  })

  it('is taken away only where it was drawn', () => {
    const { stream, written } = terminal(true)
    const line = liveLine(true, stream)
    line.clear()
    expect(written).to.deep.equal([])
    timeMs += 100
    line.update(() => 'x')
    line.clear()
    line.clear()
    expect(written.slice(1)).to.deep.equal(['\r\u001B[K'])
  })

  it('is not drawn where there is no terminal, or nobody wants it', () => {
    for (const [wanted, isTTY] of [
      [true, false],
      [false, true],
    ] as const) {
      const { stream, written } = terminal(isTTY)
      const line = liveLine(wanted, stream)
      timeMs += 1000
      line.update(() => 'x')
      line.clear()
      expect(written).to.deep.equal([])
    }
  })
})

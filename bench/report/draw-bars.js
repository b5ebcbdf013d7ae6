const BAR = 22
const LABEL = 150
const WIDTH = 640
const MARGIN = 8

/** Wall times as horizontal bars: a small SVG that reads on light and on dark pages. */
export function drawBars({ title, peers }) {
  const fastest = peers.reduce((best, { blit }) => (blit.wallMs < best.wallMs ? blit : best), peers[0].blit)
  const bars = [
    { name: 'blit', wallMs: fastest.wallMs },
    ...peers.map(({ name, peer }) => ({ name, wallMs: peer.wallMs })),
  ]
  const longest = Math.max(...bars.map(({ wallMs }) => wallMs))
  const room = WIDTH - LABEL - 90
  const lines = bars.map(({ name, wallMs }, index) => {
    const top = MARGIN + index * BAR
    const length = Math.max(1, Math.round((wallMs / longest) * room))
    const time = wallMs < 1000 ? `${Math.round(wallMs)} ms` : `${(wallMs / 1000).toFixed(2)} s`
    return `  <text x="${LABEL - 8}" y="${top + 14}" text-anchor="end">${escape(name)}</text>
  <rect x="${LABEL}" y="${top + 2}" width="${length}" height="${BAR - 6}" rx="2" fill="${index === 0 ? '#2f81f7' : '#9aa4b2'}"/>
  <text x="${LABEL + length + 6}" y="${top + 14}">${time}</text>`
  })
  const height = MARGIN * 2 + bars.length * BAR
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
  <title>${escape(title)}: wall time</title>
  <style>text { font: 12px sans-serif; fill: #7d8590 }</style>
${lines.join('\n')}
</svg>
`
}

const escape = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

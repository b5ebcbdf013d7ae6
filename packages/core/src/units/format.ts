const BYTE_UNITS = ['kB', 'MB', 'GB', 'TB', 'PB']
const COUNT_UNITS = ['M', 'G', 'T']

/** Bytes for the eye, in powers of 1000 and three digits: `999 B`, `1.23 kB`, `45.6 MB`. */
export function formatBytes(bytes: bigint | number): string {
  const value = Number(bytes)
  if (!Number.isFinite(value)) return '? B'
  if (Math.abs(value) < 1000) return `${Math.round(value)} B`
  return scale(value / 1000, BYTE_UNITS, ' ')
}

/** Bytes a second for the eye: `45.6 MB/s`. */
export function formatRate(bytesPerSec: number): string {
  return `${formatBytes(bytesPerSec)}/s`
}

/** A number of things for the eye: exact with thousands apart up to 999,999, then `1.23M`. */
export function formatCount(count: bigint | number): string {
  const value = Number(count)
  if (!Number.isFinite(value)) return '?'
  if (Math.abs(value) < 1e6) return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return scale(value / 1e6, COUNT_UNITS, '')
}

/** Milliseconds for the eye, in the two units that matter: `0.8s`, `42s`, `3m 05s`, `2h 04m`, `3d 04h`. */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) return '?'
  if (milliseconds < 9950) return `${(milliseconds / 1000).toFixed(1)}s`
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}m ${twoDigits(seconds % 60)}s`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours}h ${twoDigits(minutes % 60)}m`
  return `${Math.floor(hours / 24)}d ${twoDigits(hours % 24)}h`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function scale(value: number, units: readonly string[], gap: string): string {
  let scaled = value
  let i = 0
  // 999.5 would be printed as 1000.
  while (Math.abs(scaled) >= 999.5 && i < units.length - 1) {
    scaled /= 1000
    i++
  }

  const size = Math.abs(scaled)
  const digits = size < 9.995 ? 2 : size < 99.95 ? 1 : 0
  return `${scaled.toFixed(digits)}${gap}${units[i] ?? ''}`
}

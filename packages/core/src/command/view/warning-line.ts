import { displayPath } from '../../paths/display.js'

/** A warning in one line, which names the path it is about (S21). */
export function warningLine(message: string, path?: string): string {
  const where = path === undefined ? '' : `${path === '' ? '.' : displayPath(path)}: `
  return `${where}${displayPath(message)}`
}

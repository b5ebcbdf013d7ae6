import type { TransferAction } from '../../contract/observer.js'
import { displayPath } from '../../paths/display.js'

/** One thing done, or in a dry run to be done, as `--verbose` prints it: what, and the path. */
export function actionLine({ kind, path }: TransferAction): string {
  return `${kind} ${path === '' ? '.' : displayPath(path)}`
}

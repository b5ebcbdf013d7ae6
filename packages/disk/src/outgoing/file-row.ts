import { BlitError } from '@blit/core'

import type { ManifestIndex, ManifestRow } from '../manifest/manifest-index.js'

/** The row of a regular file. Throws `E_PROTOCOL` for any other index, for only the other end can have named it. */
export function fileRow(manifest: ManifestIndex, index: number): ManifestRow {
  const found = manifest.find(index)
  if (found?.columns.type(found.row) === 'file') return found
  throw new BlitError('E_PROTOCOL', `the other end has named ${index}, which is no file that was listed`)
}

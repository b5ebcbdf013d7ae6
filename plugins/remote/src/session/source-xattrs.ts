import { displayPath, joinPath, type EntryColumns, type Failure } from '@blit/core'
import { keepsXattrs, OutgoingFiles, type DirectoryAccess, type ManifestIndex } from '@blit/disk/outgoing'
import { loadNative } from '@blit/native'

import type { ScannedBatch, SourceSetup } from './source-messages.js'
import { fitsMessage, type ListedXattrs } from './listed-xattrs.js'

type Found = Pick<ScannedBatch, 'failures' | 'unreadXattrs' | 'xattrs'>

/** Extended attributes of what is listed, where they are kept. */
export class SourceXattrs {
  /** Entries whose attributes could not be read: without them they are not what a move has moved. */
  readonly unread = new Set<number>()
  private readonly files: OutgoingFiles | undefined

  constructor(
    setup: SourceSetup,
    private readonly manifest: ManifestIndex,
    access: DirectoryAccess,
  ) {
    const { confine, root, options } = setup
    const { copyLinks, preserve } = options
    const native = loadNative()
    if (keepsXattrs(preserve))
      this.files = new OutgoingFiles({
        root,
        access,
        manifest,
        preserve,
        copyLinks,
        native,
        ...(confine === undefined ? {} : { confine }),
      })
  }

  /** Those of a batch that the manifest has. Of what cannot be opened, reading its content tells. */
  of(columns: EntryColumns): Found {
    const xattrs: ListedXattrs[] = []
    const unreadXattrs: number[] = []
    const failures: Failure[] = []
    const { files } = this
    if (files === undefined) return { xattrs, unreadXattrs, failures }
    for (let row = 0; row < columns.count; row++) {
      const type = columns.type(row)
      if (type !== 'file' && type !== 'directory') continue
      const index = columns.first + row
      const read = files.readXattrs(index)
      const fits = read.status === 'ok' && fitsMessage(read.xattrs)
      if (fits && read.xattrs.size > 0) xattrs.push({ index, xattrs: read.xattrs })
      if (fits) continue
      unreadXattrs.push(index)
      this.unread.add(index)
      if (read.status === 'ok') failures.push(this.tooLarge(columns, row))
    }

    return { xattrs, unreadXattrs, failures }
  }

  close(): void {
    this.files?.close()
  }

  private tooLarge(columns: EntryColumns, row: number): Failure {
    const directory = this.manifest.directoryPath(columns.directories[row] as number)
    const path = joinPath(directory, columns.name(row))
    const message = `${displayPath(path)}: its extended attributes are too large to be sent`
    return { path, code: 'E_METADATA', message }
  }
}

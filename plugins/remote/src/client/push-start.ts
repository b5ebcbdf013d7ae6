import type { HeadStart, RouteSession } from '@blit/core'
import type { DiskEndpoint } from '@blit/disk'
import { closeRoot, openRoot, rootErrorOf, type OpenDirectory } from '@blit/disk/outgoing'
import { SourceListing } from '#threads'

/** An open source, and its listing. */
export class PushStart implements HeadStart {
  readonly listing: SourceListing
  private isClosed = false

  constructor({ options, source }: Pick<RouteSession, 'options' | 'source'>, names?: readonly string[]) {
    const root = openSource(source as DiskEndpoint)
    try {
      this.listing = new SourceListing({ root, options, ...(names === undefined ? {} : { names }) })
    } catch (error) {
      closeRoot(root)
      throw error
    }
  }

  async close(): Promise<void> {
    await this.listing.close()
    if (!this.isClosed) closeRoot(this.listing.setup.root)
    this.isClosed = true
  }
}

function openSource({ label, root }: DiskEndpoint): OpenDirectory {
  try {
    return openRoot(root)
  } catch (error) {
    throw rootErrorOf(error, label, 'source')
  }
}

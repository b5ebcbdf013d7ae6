import { BlitError, type Route, type Transport } from '@blit/core'
import { DiskEndpoint, runLocalTransfer } from '@blit/disk'

/** Local files: paths are taken as the system takes them, relative ones from the working directory. */
export const transport: Transport = {
  async open(location) {
    return new DiskEndpoint({ root: absolute(location.path), label: location.text })
  },
  async route() {
    return localRoute
  },
}

const localRoute: Route = {
  name: 'local',
  async run(session) {
    const { source, destination } = session
    if (!(source instanceof DiskEndpoint) || !(destination instanceof DiskEndpoint)) {
      throw new BlitError('E_UNEXPECTED', 'the local route joins local endpoints only')
    }

    return runLocalTransfer(session, source, destination)
  },
}

function absolute(path: string): string {
  if (process.platform === 'win32') return path
  const full = path.startsWith('/') ? path : `${process.cwd()}/${path}`
  return full.length > 1 ? full.replace(/\/+$/, '') || '/' : full
}

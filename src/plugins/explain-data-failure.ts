import { BlitError } from '@blit/core'

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is exceeded',
  ENOENT: 'it does not exist',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of the path is not a directory',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
}

/** Commands of others fail with bare system errors where what is kept about the user cannot be written: it is no bug. */
export function explainDataFailure(thrown: unknown): BlitError | undefined {
  const { code = '', path, syscall } = (thrown ?? {}) as Partial<NodeJS.ErrnoException>
  const why = WHY[code]
  if (syscall === undefined || path === undefined || why === undefined) return undefined
  return new BlitError('E_DESTINATION', `cannot use '${path}': ${why}`, {
    path,
    hint: 'set HOME, or BLIT_DATA_DIR, BLIT_CONFIG_DIR and BLIT_CACHE_DIR, to what may be written',
    cause: thrown,
  })
}

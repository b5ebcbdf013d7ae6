export interface LocalPath {
  /** Without separators or '/.' at its end, save those that are all there is of it. */
  readonly path: string
  /** It ended in a separator, or its last component was '.'. */
  readonly trailingSlash: boolean
}

/** Takes away what only says "the contents of". Everything else stays as it was written: '..' after a symlink leads elsewhere. */
export function splitLocalPath(text: string, platform: NodeJS.Platform): LocalPath {
  const isWindows = platform === 'win32'
  const root = rootOf(text, isWindows)
  let rest = text.slice(root.length)
  let trailingSlash = root !== '' && rest === '' && isSeparator(root.at(-1), isWindows)
  for (;;) {
    if (isSeparator(rest.at(-1), isWindows)) rest = rest.slice(0, -1)
    else if (rest === '.' && root !== '') rest = ''
    else if (rest.at(-1) === '.' && isSeparator(rest.at(-2), isWindows)) rest = rest.slice(0, -2)
    else break
    trailingSlash = true
  }

  return { path: root + rest, trailingSlash: trailingSlash || rest === '.' }
}

/** What a path cannot lose: '/', 'C:\', 'C:', '\\?\'. */
function rootOf(text: string, isWindows: boolean): string {
  if (!isWindows) return text.startsWith('/') ? '/' : ''
  return /^(?:\\\\[?.]\\(?:[A-Za-z]:\\?)?|[A-Za-z]:[\\/]?|[\\/]{1,2})/.exec(text)?.[0] ?? ''
}

function isSeparator(character: string | undefined, isWindows: boolean): boolean {
  return character === '/' || (isWindows && character === '\\')
}

/** The last component of a local path, or undefined where it has no name of its own: '/', '.', '..', 'C:\'. */
export function localName(path: string, platform: NodeJS.Platform): string | undefined {
  const isWindows = platform === 'win32'
  const rest = path.slice(rootOf(path, isWindows).length)
  const name = rest.split(isWindows ? /[\\/]/ : '/').at(-1)
  return name === undefined || name === '' || name === '.' || name === '..' ? undefined : name
}

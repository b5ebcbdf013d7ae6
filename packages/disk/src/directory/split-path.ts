/** Directory and last component. */
export function splitPath(path: string): [string, string] {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)]
}

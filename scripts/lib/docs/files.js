import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolders, ROOT } from '../project.js'

/** Every page for people, relative to the project: README and the like of each package, and `docs/`. Not the changelogs. */
export function documentationFiles() {
  const pages = packageFolders().flatMap((folder) =>
    ['README.md', 'CONTRIBUTING.md'].map((name) => join(folder, name)),
  )
  const docs = existsSync(join(ROOT, 'docs'))
    ? readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    : []
  return [...pages, ...docs.filter((name) => name.endsWith('.md')).map((name) => join('docs', name))]
    .filter((path) => existsSync(join(ROOT, path)))
    .sort()
}

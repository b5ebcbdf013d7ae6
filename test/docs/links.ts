import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../../scripts/lib/project.js'

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g

/** Links of a page to files that are not there, or to headings that the page there does not have. */
export function brokenLinks(page: string): string[] {
  return [...withoutCode(readFileSync(join(ROOT, page), 'utf8')).matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(page, target))
    .map((target) => `${page}: ${target}`)
}

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#')
  const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path)
  if (!existsSync(file)) return false
  if (heading === undefined) return true
  return !statSync(file).isDirectory() && headings(readFileSync(file, 'utf8')).includes(heading)
}

/** The names by which a page's headings can be linked to. */
function headings(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )
}

function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^ *```[^]*?^ *```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ''))
}

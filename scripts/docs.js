// `node scripts/docs.js` makes the parts of docs/ that are made from the built program: the reference of the commands,
// the table of errors, and what the commands in `console` blocks print. test/docs.test.ts says whether they are fresh.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentationFiles } from './lib/docs/files.js'
import { makePages } from './lib/docs/make-pages.js'
import { refreshPage } from './lib/docs/sessions.js'
import { ROOT } from './lib/project.js'

for (const { path, text } of await makePages()) write(path, text)
for (const path of documentationFiles()) write(path, refreshPage(readFileSync(join(ROOT, path), 'utf8')))

function write(path, text) {
  const file = join(ROOT, path)
  if (readFileSync(file, 'utf8') === text) return
  writeFileSync(file, text)
  console.log(path)
}

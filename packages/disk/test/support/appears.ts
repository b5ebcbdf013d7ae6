import { existsSync, watch } from 'node:fs'
import { dirname } from 'node:path'

/** Resolves when there is something at `path`; its directory must exist. */
export async function appears(path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(dirname(path), look)
    watcher.once('error', reject)
    look()

    function look(): void {
      if (!existsSync(path)) return
      watcher.close()
      resolve()
    }
  })
}

// The thread that has the destination's tree.
import { EntryColumns } from '@blit/core'
import { IncomingTree, XattrTable, type IncomingReport } from '@blit/disk/incoming'

import { serveThread } from './serve-thread.js'
import { threadError } from './thread-error.js'
import type { FromTree, ToTree, TreeThreadData } from './thread-messages.js'

serveThread<TreeThreadData>(({ root, rootXattrs, setup, state }, port) => {
  const say = (message: FromTree): void => port.postMessage(message)
  const attributes = rootXattrs && new Map([...rootXattrs].map(([name, value]) => [name, Buffer.from(value)]))
  const report = (message: IncomingReport): void => say({ kind: 'report', report: message })
  const tree = new IncomingTree(setup, root, state, report, attributes)
  port.on('message', (message: ToTree) => {
    try {
      say(answer(tree, message))
    } catch (error) {
      say({ kind: 'error', error: threadError(error) })
    }

    if (message.kind === 'stop') port.close()
  })
})

function answer(tree: IncomingTree, message: ToTree): FromTree {
  switch (message.kind) {
    case 'batch': {
      const { buffer, layout, xattrs } = message.batch
      const columns = new EntryColumns(buffer, layout)
      const table = xattrs && new XattrTable(xattrs)
      return { kind: 'answer', needs: tree.add(columns, message.marks, message.supersedes, table) }
    }

    case 'lead': {
      return { kind: 'answer', needs: tree.lead() }
    }

    case 'link': {
      tree.link()
      return { kind: 'answer' }
    }

    case 'plan': {
      const refusal = tree.refusal(message.failures)
      const { deletes } = tree
      if (refusal === undefined) return { kind: 'answer', plan: { deletes } }
      const { code, exit, message: text } = refusal
      return { kind: 'answer', plan: { deletes, refusal: { code, exit, message: text } } }
    }

    case 'delete': {
      tree.delete(message.held)
      return { kind: 'answer' }
    }

    case 'finish': {
      tree.finishDirectories()
      return { kind: 'answer' }
    }

    case 'sync': {
      tree.sync()
      return { kind: 'answer' }
    }

    case 'removed': {
      tree.sourcesRemoved(message.runs, message.root)
      return { kind: 'answer' }
    }

    default: {
      tree.close()
      return { kind: 'answer' }
    }
  }
}

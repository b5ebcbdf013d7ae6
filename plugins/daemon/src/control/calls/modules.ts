import { pb } from '@blit/remote/protocol'
import type { Settings } from '../../config/settings.js'

/** The modules, sorted by name. */
export function answerModules({ modules }: Settings): pb.ModulesResponse {
  const sorted = [...modules.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return new pb.ModulesResponse().setModulesList(
    sorted.map(({ comment, name, read_only: readOnly }) =>
      new pb.Module().setName(name).setReadOnly(readOnly).setComment(comment),
    ),
  )
}

import type { Activity } from '../../contract/models.ts'
import type { OnOperation } from '../stack/execute/execute.ts'

/** Tells how each operation goes as something that happens in the project. */
export function tellOperations(emit: (activity: Activity) => void): OnOperation {
  return (id, state, detail, parts) =>
    emit({
      kind: 'operation',
      id,
      state,
      detail,
      ...(parts ? { parts: [...parts] } : {}),
      at: Date.now(),
    })
}

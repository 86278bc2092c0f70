import type { StateEntry } from '../../../asl/states.ts';
import { selectMock } from '../../../editor/selectors/test.ts';
import { isHttpTask } from '../../../editor/testability.ts';
import { useEditor } from '../../../editor/useEditor.ts';

/** The next test takes a mock: one of the person's, or the sample of a task that cannot be called from here. */
export function useMocked(entry: StateEntry): boolean {
  const mock = useEditor(selectMock(entry.name));
  return mock?.enabled ?? (entry.type === 'Task' && !isHttpTask(entry));
}

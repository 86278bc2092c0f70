import { isStateType } from '../../asl/fields.ts';
import type { QueryLanguage } from '../../asl/names.ts';
import { stringOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { cardType, summaryOf } from '../../graph/summary.ts';

/** The line below the name: `Task, HTTP endpoint`, `Task, lambda:invoke`, `Pass, JSONata` where the language is its own. */
export function typeLine(entry: StateEntry, workflowLanguage: QueryLanguage): string {
  const type = cardType(entry.type, entry.node);
  if (entry.type === undefined) return 'No Type yet';
  if (!isStateType(entry.type)) return `Unknown type ${entry.type}`;
  const service = type === 'Http' ? 'HTTP endpoint' : type === 'Task' && stringOf(entry.node, 'Resource') ? summaryOf(type, entry.node, entry.scope.kind).summary : null;
  const own = entry.language === workflowLanguage ? null : entry.language;
  return [entry.type, service, own].filter((part) => part !== null).join(', ');
}

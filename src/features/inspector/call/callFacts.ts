import type { CallNotes } from '../../../catalog/callNotes.ts';
import type { FoundAction } from '../../../catalog/createCatalog.ts';
import type { CatalogReader } from '../../../catalog/createCatalogReader.ts';
import { readResource } from '../../../catalog/resource.ts';
import type { Shape, StructureShape } from '../../../catalog/Shape.ts';

/** What the form of a call needs to know. */
export interface CallFacts {
  readonly found: FoundAction;
  readonly request: StructureShape | null;
  readonly response: Shape | null;
  readonly documented: string;
}

export async function factsOf(reader: CatalogReader, resource: string): Promise<CallFacts | undefined> {
  const [catalog, request, response] = await Promise.all([reader.catalog(), reader.requestShape(resource), reader.responseShape(resource)]);
  return catalog && { found: catalog.findAction(resource), request: request?.is === 'structure' ? request : null, response: response ?? null, documented: catalog.documented };
}

export const notesOf = (reader: CatalogReader, resource: string): Promise<CallNotes | undefined> => reader.notesOf(resource);

export const isCall = (resource: string): boolean => {
  const { kind } = readResource(resource);
  return kind === 'sdk' || kind === 'optimized';
};

/** Why there is no form, or what to know before using it; null: nothing. */
export function callNote({ found, request, documented }: CallFacts): string | null {
  switch (found.kind) {
    case 'known':
      if (found.fresh) return `${found.action} is newer than what AWS documented for Step Functions on ${documented}. Create the state machine once to see whether AWS takes it.`;
      return request ? null : `Of ${found.title} only the names of its actions are known here, so there is no form: write the parameters as JSON, their names in PascalCase.`;
    case 'free-text':
      return `AWS lists ${found.service.title} for Step Functions, but nothing is known here of its actions. Type the action at the end of Resource and its parameters as JSON; neither is checked.`;
    case 'unsupported':
      return `Step Functions does not support ${found.action} of ${found.service.title}. Call it from a Lambda function, or choose another action.`;
    case 'unknown-action':
      return `${found.title} has no action called ${found.action}.${found.near === null ? ' Choose one from the list.' : ` Did you mean ${found.near}?`}`;
    case 'unknown-service':
      return `No ${found.of === 'sdk' ? 'AWS SDK' : 'optimized'} integration is called ${found.service}.${found.near === null ? ' Choose an action from the list.' : ` Did you mean ${found.near}?`}`;
    default:
      return null;
  }
}

import type { Catalog, FoundAction, KnownAction } from '../../../catalog/createCatalog.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { atValue, problem, type Problem } from '../../problem.ts';
import type { SdkResource } from './taskResource.ts';

/**
 * Service, action and pattern of an AWS SDK integration. An error only where AWS surely refuses: its documented table follows its services
 * at a distance, so a name that is merely unknown here is a warning.
 */
export function actionNames(state: StateEntry, resource: SdkResource, catalog: Catalog): readonly Problem[] {
  const say = (severity: Problem['severity'], code: string, message: string): readonly Problem[] => [problem(severity, code, atValue(state, resource.node, 'Resource'), message)];
  if (resource.pattern === 'sync' || resource.pattern === 'sync:2') {
    return say('error', 'sdk-pattern', `An AWS SDK integration cannot wait for a job: remove .${resource.pattern}, and ask for the state of the job in a loop of Wait and Choice.`);
  }
  const found = catalog.findAction(resource.arn);
  switch (found.kind) {
    case 'unknown-service':
      return unknownService(found, say);
    case 'unknown-action':
      return unknownAction(found, say);
    case 'unsupported':
      return say('error', 'unsupported-action', `Step Functions does not support ${found.action} of ${found.service.title}. Call it from a Lambda function, or use another action.`);
    case 'known':
      return fresh(found, catalog, say);
    default:
      return [];
  }
}

type Say = (severity: Problem['severity'], code: string, message: string) => readonly Problem[];

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

function unknownService({ service, near }: Extract<FoundAction, { readonly kind: 'unknown-service' }>, say: Say): readonly Problem[] {
  if (near !== null && plain(service) === plain(near)) return say('error', 'unknown-service', `Step Functions spells this service ${near}: small letters and digits only.`);
  const guess = near === null ? 'Look its name up in the list of actions.' : `Did you mean ${near}?`;
  return say('warning', 'unknown-service', `No AWS SDK integration is called ${service}. ${guess}`);
}

function unknownAction({ action, title, near }: Extract<FoundAction, { readonly kind: 'unknown-action' }>, say: Say): readonly Problem[] {
  if (near !== null && action.toLowerCase() === near.toLowerCase()) return say('error', 'unknown-action', `Step Functions spells this action ${near}, with a small first letter.`);
  const guess = near === null ? 'Check its name; if AWS has added it lately, AWS alone can tell whether Step Functions takes it.' : `Did you mean ${near}?`;
  return say('warning', 'unknown-action', `${title} has no action called ${action}. ${guess}`);
}

function fresh({ action, title, fresh }: KnownAction, { documented }: Catalog, say: Say): readonly Problem[] {
  if (!fresh) return [];
  return say('warning', 'new-action', `${action} of ${title} is newer than what AWS documented for Step Functions on ${documented}, which takes new actions with a delay. Create the state machine once to see whether it takes this one.`);
}

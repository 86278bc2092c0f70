import { fieldsOf } from '../../asl/fields.ts';
import type { QueryLanguage, StateType } from '../../asl/names.ts';

/** The parts of a state's form, as the AWS console names them. */
export type FormTab = 'configuration' | 'input' | 'output' | 'variables' | 'errors';

export const TAB_LABELS: { readonly [T in FormTab]: string } = { configuration: 'Configuration', input: 'Input', output: 'Output', variables: 'Variables', errors: 'Error handling' };
const TABS = Object.keys(TAB_LABELS) as readonly FormTab[]; // the keys of the record above

/** What stands elsewhere than in the first tab. */
const PLACES: { readonly [field: string]: FormTab } = {
  InputPath: 'input', Parameters: 'input', Arguments: 'input',
  ResultSelector: 'output', ResultPath: 'output', OutputPath: 'output', Output: 'output',
  Assign: 'variables',
  Retry: 'errors', Catch: 'errors', TimeoutSeconds: 'errors', TimeoutSecondsPath: 'errors', HeartbeatSeconds: 'errors', HeartbeatSecondsPath: 'errors',
};

/** The tab that edits a field. What a Task hands to its service is its configuration, as is what a Map makes of its items. */
export function tabOf(type: StateType, field: string): FormTab {
  const own = (type === 'Task' && (field === 'Parameters' || field === 'Arguments')) || (type === 'Map' && field === 'Parameters');
  return own ? 'configuration' : (PLACES[field] ?? 'configuration');
}

export const fieldsIn = (tab: FormTab, type: StateType, language: QueryLanguage): readonly string[] =>
  fieldsOf(type, language).filter((field) => tabOf(type, field) === tab);

/** The tabs a state has. In JSONata nothing filters the input, which its tab says. */
export function tabsOf(type: StateType, language: QueryLanguage): readonly FormTab[] {
  return TABS.filter((tab) => tab === 'configuration' || fieldsIn(tab, type, language).length > 0 || (tab === 'input' && type !== 'Fail'));
}

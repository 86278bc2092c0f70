import type { PolicyStatement } from '../iam/policyTypes.ts';
import type { Json } from '../lib/Json.ts';
import type { Settings, TestRole, WorkflowSettings } from '../services/settings.ts';
import type { EditorState } from './EditorState.ts';

const NONE: WorkflowSettings = {};

/** What the person set for the workflow that is open. */
export const selectWorkflowSettings = (s: Pick<EditorState, 'settings' | 'draftId'>): WorkflowSettings => s.settings.workflows[s.draftId] ?? NONE;

export const changeWorkflow = (draftId: string, change: (workflow: WorkflowSettings) => WorkflowSettings) => (settings: Settings): Settings =>
  ({ ...settings, workflows: { ...settings.workflows, [draftId]: change(settings.workflows[draftId] ?? NONE) } });

/** Of an ARN, the name at its end. */
export const roleLabel = ({ name }: TestRole): string => (name.startsWith('arn:') ? (name.split('/').at(-1) ?? name) : name);

/** The role with one more statement, as a policy of its own: the pasted ones stay as they are. */
export function withStatement(role: TestRole, statement: PolicyStatement): TestRole {
  const given = JSON.parse(role.policies) as Json; // JSON.parse answers Json; kept policies were read before.
  const policies = Array.isArray(given) ? (given as readonly Json[]) : [given];
  return { ...role, policies: JSON.stringify([...policies, { Version: '2012-10-17', Statement: [statement] }], null, 2) };
}

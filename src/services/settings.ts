/** What a person set for themselves, never in a document: the region, and per workflow the role its tests run under. */
export interface Settings {
  readonly region: string;
  /** By draft id. */
  readonly workflows: { readonly [draftId: string]: WorkflowSettings };
}

export interface WorkflowSettings {
  readonly role?: TestRole;
  /** Of the workflow in AWS; absent: not known yet. */
  readonly stateMachineArn?: string;
  /** From an ARN in the definition to the real one in AWS. */
  readonly arns?: { readonly [local: string]: string };
  /** The workflow writes logs, or sends traces, in AWS: its role needs more then. The definition does not say. */
  readonly logging?: boolean;
  readonly tracing?: boolean;
}

export interface TestRole {
  /** Name or ARN, as the person calls it. */
  readonly name: string;
  /** IAM policy documents as JSON: one, or a list of them. */
  readonly policies: string;
  /** False: kept, but tests run with everything allowed. */
  readonly on: boolean;
}

export const defaultSettings: Settings = { region: 'us-east-1', workflows: {} };

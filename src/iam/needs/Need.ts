import type { StateName } from '../../asl/names.ts';
import type { PolicyStatement } from '../policyTypes.ts';

/** Why a state needs something: the call itself, following a job it waits for, the managed rule that tells of its end, a role it passes on, data it reads or writes. */
export type NeedKind = 'call' | 'follow' | 'events' | 'pass' | 'data' | 'children' | 'assume' | 'http';

/** One thing that a state needs of a role. */
export interface Need {
  readonly state: StateName;
  readonly kind: NeedKind;
  /** `AWS Lambda`: whose call it is about. */
  readonly service: string;
  /** With Effect Allow, without a Sid. */
  readonly statement: PolicyStatement;
  /** Why it allows more than a person might expect. */
  readonly notes: readonly string[];
  /** Only AWS knows the whole name (a secret's id, a machine without an ARN yet): a policy that names one of them is believed. */
  readonly believed?: true;
  /** The role in Credentials that needs it, instead of the machine's; `''`: known only when it runs. */
  readonly under?: string;
}

/** What a policy cannot say. `unknown`: something may be missing; `info`: nothing is. */
export interface Remark {
  readonly state: StateName;
  readonly tone: 'unknown' | 'info';
  readonly text: string;
}

export interface StateNeeds {
  readonly needs: readonly Need[];
  readonly remarks: readonly Remark[];
}

/** Where the machine runs, for ARNs that the definition does not name whole. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly machineArn: string;
  /** The machine's ARN was made up. */
  readonly placeholder: boolean;
  /** From an ARN in the definition to the real one. */
  readonly arns: { readonly [local: string]: string };
}

/** Grants of one state before they are needs: what to allow on what. */
export interface Grant {
  readonly kind: NeedKind;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: PolicyStatement['Condition'];
  readonly notes?: readonly string[];
  readonly believed?: true;
}

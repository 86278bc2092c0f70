import type { StateName } from '../asl/names.ts';
import { matchesArn } from './arn.ts';
import type { RequestContext } from './conditions.ts';
import { evaluate, type StatementPlace } from './evaluate.ts';
import type { Need, Remark } from './needs/Need.ts';
import { listOf, type ConditionValue, type PolicyDocument, type PolicyStatement } from './policyTypes.ts';
import { oneOrList } from './statements.ts';

/** `depends`: the policies allow some of the resources that it may turn out to be; which one, only the run shows. */
export type Verdict = 'allowed' | 'depends' | 'missing' | 'denied';

export interface NeedAnswer {
  readonly need: Need;
  readonly verdict: Verdict;
  /** What is not allowed of it; with this statement it is. Null: all is, or a Deny forbids it. */
  readonly missing: PolicyStatement | null;
  /** The statement with Deny that forbids it. */
  readonly by: StatementPlace | null;
}

export interface StateAnswer {
  readonly state: StateName;
  /** The worst of its needs; `unknown`: nothing is known to be refused, but not all that it needs is known. */
  readonly verdict: Verdict | 'unknown' | 'nothing';
  readonly answers: readonly NeedAnswer[];
  readonly remarks: readonly Remark[];
}

const WORST: readonly Verdict[] = ['denied', 'missing', 'depends'];

/** Whether a role with these policies may do what the states need, state by state. Needs of other roles are left out. */
export function mayRun(policies: readonly PolicyDocument[], needs: readonly Need[], remarks: readonly Remark[]): readonly StateAnswer[] {
  const states = [...new Set([...needs, ...remarks].map(({ state }) => state))];
  return states.map((state) => {
    const own = needs.filter((need) => need.state === state && need.under === undefined);
    const answers = own.map((need) => answerTo(policies, need));
    const told = remarks.filter((remark) => remark.state === state);
    return { state, answers, remarks: told, verdict: worstOf(answers, told) };
  });
}

function worstOf(answers: readonly NeedAnswer[], remarks: readonly Remark[]): StateAnswer['verdict'] {
  const worst = WORST.find((verdict) => answers.some((answer) => answer.verdict === verdict));
  if (worst !== undefined) return worst;
  if (remarks.some(({ tone }) => tone === 'unknown')) return 'unknown';
  return answers.length === 0 ? 'nothing' : 'allowed';
}

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly verdict: Verdict;
  readonly by: StatementPlace | null;
}

function answerTo(policies: readonly PolicyDocument[], need: Need): NeedAnswer {
  const asked = listOf(need.statement.Action).flatMap((action) => listOf(need.statement.Resource).map((resource) => ask(policies, need, action, resource)));
  const verdict = WORST.find((one) => asked.some((answer) => answer.verdict === one)) ?? 'allowed';
  // Another Allow does not mend a Deny.
  const lacking = asked.filter(({ verdict: one, by }) => by === null && (one === 'missing' || one === 'depends'));
  const missing: PolicyStatement | null = lacking.length === 0 ? null : { ...need.statement, Action: distinct(lacking.map(({ action }) => action)), Resource: distinct(lacking.map(({ resource }) => resource)) };
  return { need, verdict, missing, by: asked.find((answer) => answer.verdict === 'denied')?.by ?? null };
}

const distinct = (texts: readonly string[]): string | readonly string[] => oneOrList([...new Set(texts)]);

/** A resource with wildcards stands for any that it matches: one that no policy can have meant, and each that some policy names. */
function ask(policies: readonly PolicyDocument[], need: Need, action: string, resource: string): Asked {
  const asked = { action, resource };
  const contexts = contextsOf(need.statement);
  const decide = (arn: string) => {
    const decisions = contexts.map((context) => evaluate(policies, { action, resource: arn, context: withResource(context, arn) }));
    return decisions.find(({ kind }) => kind === 'denied') ?? decisions.find(({ kind }) => kind === 'not-allowed') ?? decisions[0];
  };
  const some = decide(concrete(resource));
  const open = /[*?]/.test(withoutVariables(resource)) || need.believed === true;
  const named = open ? resourcesIn(policies).filter((arn) => fits(need, resource, arn)).map(decide) : [];
  if (some?.kind === 'allowed') {
    const refused = need.believed ? undefined : named.find((one) => one !== undefined && one.kind !== 'allowed');
    return { ...asked, verdict: refused ? 'depends' : 'allowed', by: refused?.kind === 'denied' ? refused.by : null };
  }
  if (named.some((decision) => decision?.kind === 'allowed')) return { ...asked, verdict: need.believed ? 'allowed' : 'depends', by: null };
  return some?.kind === 'denied' ? { ...asked, verdict: 'denied', by: some.by } : { ...asked, verdict: 'missing', by: null };
}

/** Of a machine without an ARN yet, any machine or execution that the policy names may be it. */
function fits({ believed, statement }: Need, resource: string, arn: string): boolean {
  if (!believed || !resource.includes(':states:')) return resource === '*' || matchesArn(resource, arn, null);
  const kind = /:states:[^:]*:[^:]*:(\w+):/.exec(resource)?.[1] ?? 'stateMachine';
  return listOf(statement.Resource).length > 0 && matchesArn(`arn:*:states:*:*:${kind}:*`, arn, null);
}

/** What the statements name, allowed, denied or left out, as one ARN each. */
const resourcesIn = (policies: readonly PolicyDocument[]): readonly string[] => [
  ...new Set(policies.flatMap(({ Statement }) => Statement.flatMap(({ Resource, NotResource }) => [...listOf(Resource), ...listOf(NotResource)].filter((text) => text !== '*').map(concrete)))),
];

/** `${*}` and the like stand for the character itself. */
const withoutVariables = (text: string): string => text.replace(/\$\{([*?$])\}/g, '');
const concrete = (pattern: string): string => (pattern === '*' ? 'arn:x:x:x:x:x' : pattern.replace(/\$\{([*?$])\}|([*?])/g, (_, literal: string | undefined) => literal ?? 'x'));

/** A `?` in a value is one of an endpoint, and stands for itself. */
const VALUE = /\$\{([*?$])\}|\*/g;

/** One request for each way to meet the conditions of a statement: every value must be allowed, as each is a call that may come. */
function contextsOf({ Condition = {} }: PolicyStatement): readonly RequestContext[] {
  const keys = Object.values(Condition).flatMap((block) => Object.entries(block).map(([key, values]) => [key.toLowerCase(), listOf<ConditionValue>(values).map((value) => String(value).replace(VALUE, (_, literal: string | undefined) => literal ?? 'x'))] as const));
  return keys.reduce<readonly RequestContext[]>((contexts, [key, values]) => contexts.flatMap((context) => values.map((value) => new Map([...context, [key, [value]]]))), [new Map()]);
}

function withResource(context: RequestContext, arn: string): RequestContext {
  const account = arn.split(':')[4] ?? '';
  return new Map([...context, ['aws:securetransport', ['true']], ['aws:principaltype', ['AssumedRole']], ...(account === '' ? [] : [['aws:resourceaccount', [account]] as const])]);
}

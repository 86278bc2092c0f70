import { basename } from 'node:path';
import { problemsOf } from '../checks/problems.ts';
import { arnParts, isMachineArn, placeholderMachineArn } from '../iam/arn.ts';
import { machinePolicy, type MachinePolicy } from '../iam/machinePolicy.ts';
import { servicesIn, type IamFacts } from '../iam/needs/machineNeeds.ts';
import type { PolicyDocument } from '../iam/policyTypes.ts';
import { cloudFormationRole, type RoleTemplateOptions, terraformRole } from '../iam/roleTemplates.ts';
import { diskCatalog } from './diskCatalog.ts';
import { fatalProblem } from './fatalProblem.ts';
import type { Io } from './io.ts';
import { nameOf, readDefinition } from './readDefinition.ts';

export const POLICY_FORMATS = ['json', 'cloudformation', 'terraform'] as const;
type Format = (typeof POLICY_FORMATS)[number];

export interface PolicyOptions {
  readonly format: Format;
  readonly region: string;
  /** Of the state machine, where it is known. */
  readonly arn?: string;
  readonly logs?: boolean;
  readonly traces?: boolean;
}

/** The least that the execution role must allow, on standard output; what no policy says, on standard error. Exit codes: 0, 1 a definition that cannot be read, 2 usage. */
export async function policyCommand(io: Io, file: string, options: PolicyOptions): Promise<number> {
  if (options.arn !== undefined && !isMachineArn(options.arn)) {
    io.err(`--arn wants the ARN of a state machine, such as arn:aws:states:us-east-1:123456789012:stateMachine:orders; this is none: ${options.arn}\n`);
    return 2;
  }
  const tree = await readDefinition(io, file);
  const problem = tree.ok ? (fatalProblem(tree.value) ?? problemsOf(tree.value).find(({ code }) => code === 'not-a-machine')?.message) : tree.error.message;
  if (!tree.ok || problem !== undefined) {
    io.err(`${nameOf(file)}: ${problem ?? ''}\n`);
    return 1;
  }
  const region = arnParts(options.arn ?? '')?.[3] ?? options.region;
  const machine = { stateMachineArn: options.arn ?? placeholderMachineArn(machineName(file), region), placeholder: options.arn === undefined };
  const policy = machinePolicy(tree.value, { region, ...machine, logging: options.logs === true, tracing: options.traces === true }, await factsFor(servicesIn(tree.value)));
  io.out(printed(policy.document, options.format, machine));
  io.err(remarksOf(policy).map((line) => `${line}\n`).join(''));
  return 0;
}

const machineName = (file: string): string => (file === '-' ? '' : basename(file).replace(/(?:\.asl)?\.(?:json|ya?ml)$/i, '')) || 'StateMachine';

async function factsFor(services: readonly string[]): Promise<IamFacts> {
  const files = await Promise.all(services.map((service) => diskCatalog().iam(service)));
  return new Map(services.flatMap((service, at) => (files[at] ? [[service, files[at]] as const] : [])));
}

function printed(document: PolicyDocument, format: Format, machine: RoleTemplateOptions): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(document, null, 2)}\n`;
    case 'cloudformation':
      return cloudFormationRole(document, machine);
    case 'terraform':
      return terraformRole(document, machine);
  }
}

/** What a reader of the policy has to know beside it; one sentence for all states it is said of. */
function remarksOf({ parts, remarks, notes, others }: MachinePolicy): readonly string[] {
  const states = new Map<string, string[]>();
  for (const { text, state } of remarks) states.set(text, [...new Set([...(states.get(text) ?? []), state])]);
  return [
    ...new Set([
      ...[...states].map(([text, of]) => `note: ${of.join(', ')}: ${text}`),
      ...parts.flatMap((part) => part.notes.map((text) => `note: ${part.states.join(', ')}${part.states.length > 0 ? ': ' : ''}${text}`)),
      ...notes.map((text) => `note: ${text}`),
      ...others.map(({ role, states: of, document }) => `note: ${of.join(', ')} ${of.length === 1 ? 'takes' : 'take'} ${role === '' ? 'a role that is known only when the workflow runs' : `the role ${role}`}. That role has to allow: ${JSON.stringify(document)}`),
    ]),
  ];
}

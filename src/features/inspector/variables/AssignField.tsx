import { setField, type FieldPath } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { Member } from '../../../asl/tree.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { JsonValue } from '../JsonValue.tsx';
import { useApply } from '../useApply.ts';
import { respell, templateValue } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';
import { nodeIn } from '../values.ts';
import css from './AssignField.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly hint?: string | undefined;
  /** One button until something is assigned. */
  readonly optional?: boolean;
  readonly testId: string;
}

/** The variables a state sets, a name and a value each. */
export function AssignField({ entry, path, hint, optional, testId }: Props) {
  const { error, apply } = useApply();
  const node = nodeIn(entry, path);
  const members = node?.kind === 'object' ? node.members : [];
  const bare = members.map(({ key }) => nameIn(entry, key.value));
  const twice = new Set(bare).size !== bare.length;
  if (node && (node.kind !== 'object' || twice)) return <JsonValue entry={entry} path={path} label="Assign" hint={hint} testId={testId} />;
  const add = (): void => {
    const name = freeName(bare);
    if (entry.language === 'JSONata') apply(setField(entry.id, [...path, name], '{% $states.input %}'));
    else apply(setField(entry.id, [...path, `${name}.$`], '$'));
  };
  const button = <Button variant="ghost" size="small" icon="plus" onClick={add} data-testid={`${testId}.add`}>Add a variable</Button>;
  if (optional && members.length === 0) return <div className={css.add}>{button}</div>;
  return (
    <div role="group" aria-label="Variables" className={css.frame} data-testid={testId}>
      {optional && <span className={css.label}>Assign</span>}
      {members.length === 0 && <p className={css.hint}>No variable is set here. {hint}</p>}
      {members.map((member, at) => <Variable key={at} entry={entry} path={path} member={member} only={members.length === 1} others={bare.filter((_, index) => index !== at)} number={at + 1} testId={testId} />)}
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      <div className={css.add}>{button}</div>
    </div>
  );
}

interface VariableProps {
  readonly entry: StateEntry;
  readonly path: FieldPath;
  readonly member: Member;
  readonly only: boolean;
  readonly others: readonly string[];
  readonly number: number;
  readonly testId: string;
}

function Variable({ entry, path, member, only, others, number, testId }: VariableProps) {
  const { error, apply, refuse, clear } = useApply();
  const written = member.key.value;
  const name = nameIn(entry, written);
  const rename = (typed: string): void => {
    const to = typed.trim().replace(/^\$/, '');
    const problem = nameProblem(to, others);
    if (problem !== null) return refuse(problem);
    apply(respell(entry.id, [...path, written], written === name ? to : `${to}.$`));
  };
  return (
    <div role="group" aria-label={`Variable ${name}`} className={css.variable}>
      <div className={css.head}>
        <TextField label={`Name of variable ${number}`} hideLabel mono value={name} error={error} onChange={clear} onCommit={rename} data-testid={`${testId}.${number}.name`} />
        <IconButton icon="trash" label={`Remove ${name}`} onClick={() => apply(setField(entry.id, only ? path : [...path, written], undefined))} />
      </div>
      <ValueField entry={entry} spec={templateValue('json', [...path, name])} label={`Value of ${name}`} lines={[1, 10]} testId={`${testId}.${number}.value`} />
    </div>
  );
}

/** In JSONPath the name may end in `.$`, which says that the value is a path. */
const nameIn = (entry: StateEntry, key: string): string => (entry.language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key);

function freeName(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'value' : `value${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** Source: asl-semantics.md section 6. */
function nameProblem(name: string, others: readonly string[]): string | null {
  if (name === 'states') return '“states” is kept by Step Functions for itself. Choose another name.';
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) return `“${name}” is no name for a variable: use letters, digits and _, beginning with a letter.`;
  if (Array.from(name).length > 80) return 'A name has up to 80 characters. Choose a shorter one.';
  return others.includes(name) ? `“${name}” is set here already. Choose another name.` : null;
}

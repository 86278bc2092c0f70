import { useMemo } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { useLiveAnswer, useLiveState } from '../../../editor/useLive.ts';
import type { TypedAnswer } from '../../../interpreter/live/evaluateTyped.ts';
import type { LiveOrder } from '../../../services/liveMessages.ts';
import { looksLikeExpression } from '../typedValue.ts';
import { stageValues, typedIn } from './fieldScope.ts';
import type { LiveTarget } from './liveTarget.tsx';
import css from './LiveField.module.css';

type TypedOrder = Omit<Extract<LiveOrder, { kind: 'typed' }>, 'nowMs'>;

const SHOWN = 240;
const AROUND = 24;

/** What the typed expression gives for the state's sample, or the character where it goes wrong. */
export function LiveResult({ entry, target }: { readonly entry: StateEntry; readonly target: LiveTarget }) {
  const computed = target.text.trim() !== '' && mayCompute(target, entry);
  const { sample, stages } = useLiveState(entry, computed);
  const request = sample.order.ok ? sample.order.value.chain.at(-1)?.request : undefined;
  const region = sample.order.ok ? sample.order.value.region : '';
  // A condition may be typed without its braces.
  const braced = target.path.at(-1) === 'Condition' && !target.text.trimStart().startsWith('{%');
  const scope = useMemo(() => {
    if (!computed || stages === null || request === undefined) return null;
    return typedIn(entry, target.path, braced ? `{%${target.text}%}` : target.text, stageValues(stages, request));
  }, [computed, stages, request, entry, target.path, target.text, braced]);
  const order = useMemo((): TypedOrder | null => {
    if (scope === null || 'unknown' in scope || request === undefined) return null;
    return { kind: 'typed', typed: scope.typed, around: { request, name: entry.name, region, ...(scope.item === undefined ? {} : { item: scope.item }) } };
  }, [scope, request, entry.name, region]);
  const { answer, pending } = useLiveAnswer('typed', order);
  if (!computed || stages === null) return null;
  if (scope && 'unknown' in scope) return <p className={css.quiet} role="status">{scope.unknown}</p>;
  if (answer?.kind === 'gave-up') return <p className={css.problem} role="status">{answer.message}</p>;
  if (answer?.kind !== 'typed' || answer.answer.kind === 'nothing') return null;
  return <div className={css.result} data-pending={pending || undefined} role="status" data-testid="inspector.live"><Answer answer={answer.answer} shift={braced ? -2 : 0} target={target} from={sample.label} /></div>;
}

/** Plain text and plain JSON give themselves. */
function mayCompute({ text, plain }: LiveTarget, { language }: StateEntry): boolean {
  if (plain) return looksLikeExpression(text, language);
  return language === 'JSONata' ? /\{%|^[^"[{]/.test(text.trim()) : /\$|States\./.test(text) || text.trim() === 'null';
}

interface AnswerProps {
  readonly answer: Exclude<TypedAnswer, { kind: 'nothing' }>;
  readonly shift: number;
  readonly target: LiveTarget;
  readonly from: string;
}

function Answer({ answer, shift, target, from }: AnswerProps) {
  if (answer.kind === 'value') {
    return (
      <>
        <code className={css.value}>{answer.json.length > SHOWN ? `${answer.json.slice(0, SHOWN)}…` : answer.json}</code>
        <small className={css.from}>{`${typeWord(answer.json)}, with: ${from}`}</small>
      </>
    );
  }
  const offset = answer.offset === undefined ? undefined : Math.max(0, Math.min(answer.offset + shift, target.text.length));
  const { control } = target;
  const show = (): void => {
    if (offset === undefined) return;
    control.focus();
    control.setSelectionRange(offset, offset + 1);
  };
  return (
    <>
      {offset !== undefined && (
        <button type="button" className={css.place} onMouseDown={(event) => event.preventDefault()} onClick={show} title="Go to the character" aria-label={`Go to character ${offset + 1}`}>
          <Marked text={target.text} offset={offset} />
        </button>
      )}
      <span className={css.problem}>{answer.error === undefined ? '' : <strong>{`${answer.error} `}</strong>}{shortened(answer.message)}</span>
      {offset !== undefined && <small className={css.from}>{`Character ${offset + 1}, with: ${from}`}</small>}
    </>
  );
}

function Marked({ text, offset }: { readonly text: string; readonly offset: number }) {
  const start = Math.max(0, offset - AROUND);
  const flat = (part: string): string => part.replace(/\s+/g, ' ');
  const end = Math.min(text.length, offset + AROUND);
  return <code>{start > 0 && '…'}{flat(text.slice(start, offset))}<mark className={css.mark}>{flat(text.charAt(offset)) || ' '}</mark>{flat(text.slice(offset + 1, end))}{end < text.length && '…'}</code>;
}

/** AWS's texts quote the whole input. */
const shortened = (message: string): string => (message.length > 300 ? `${message.slice(0, 300)}…` : message);

const TYPES: { readonly [first: string]: string } = { '{': 'object', '[': 'list', '"': 'text', t: 'true or false', f: 'true or false', n: 'null' };
const typeWord = (json: string): string => TYPES[json.charAt(0)] ?? 'number';

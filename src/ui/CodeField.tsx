import { type KeyboardEvent, type ReactNode, type RefObject, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { Led } from './Chip.tsx';
import { backspaceEdit, type CodeEdit, enterEdit, indentEdit, pairEdit } from './codeKeys.ts';
import { CodeLines } from './CodeLines.tsx';
import { described, FieldFrame, type FieldProps } from './Field.tsx';
import { formatJson } from './formatJson.ts';
import { type JsonProblem, jsonProblem } from './jsonProblem.ts';
import { typeInto } from './typeInto.ts';
import { useDraft } from './useDraft.ts';
import css from './CodeField.module.css';

export interface CodeFieldProps extends FieldProps {
  readonly value: string;
  /** Each keystroke, whether or not it is JSON. */
  readonly onChange?: ((value: string) => void) | undefined;
  /** With it the field keeps a draft that is committed on leaving it and on Mod+Enter; Escape takes it back. */
  readonly onCommit?: ((value: string) => void) | undefined;
  /** `json`: colours, validity, Format. */
  readonly language?: 'json' | 'text' | undefined;
  /** Lines drawn at least and at most; `fill` takes the height of the parent, without a border. */
  readonly lines?: readonly [number, number] | 'fill' | undefined;
  /** Empty text is fine (an optional value): no error for it. */
  readonly allowEmpty?: boolean | undefined;
  /** Place of an error the caller knows of (beside `error`), as an offset into the text. */
  readonly errorOffset?: number | undefined;
  readonly readOnly?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Mod+Enter. */
  readonly onSubmit?: (() => void) | undefined;
  /** Right end of the footer: what reads this text. */
  readonly footerEnd?: ReactNode;
  /** False: no line below with validity, size and Format. */
  readonly footer?: boolean | undefined;
  readonly labelEnd?: ReactNode;
  readonly 'data-testid'?: string | undefined;
}

const LINE = 18;

/**
 * A light code input for JSON in forms: line numbers, colours, closing brackets, indentation. It is a plain textarea, so the browser's
 * own undo, spell of the caret and screen reader support hold, and Tab moves on. 256 KB stay quick: only visible lines are coloured.
 */
export function CodeField(props: CodeFieldProps) {
  const { label, hideLabel, hint, error, value, onChange, onCommit, language = 'json', lines = [3, 16], allowEmpty, readOnly, footer = true, labelEnd } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(value);
  const [caret, setCaret] = useState(0);
  const text = onCommit ? draft : value;
  // Typing comes first: reading the whole text may lag a frame behind in a long one.
  const settled = useDeferredValue(text);
  const problem = useMemo(() => (language !== 'json' || (allowEmpty && settled.trim() === '') ? null : jsonProblem(settled)), [settled, language, allowEmpty]);
  const lineCount = useMemo(() => countLines(text), [text]);
  const errorLine = problem ? problem.line : props.errorOffset === undefined ? null : countLines(text.slice(0, props.errorOffset));
  const change = (next: string) => { if (onCommit) setDraft(next); onChange?.(next); };
  const commit = () => { if (onCommit && draft !== value) onCommit(draft); };
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key === 'Enter') {
      commit();
      // Without a task of its own here the key goes on to the page's shortcuts.
      if (props.onSubmit) { event.preventDefault(); props.onSubmit(); }
      return;
    }
    if (event.key === 'Escape' && onCommit && draft !== value) { event.stopPropagation(); setDraft(value); return; }
    const edit = readOnly ? null : editFor(event, language);
    if (edit) { event.preventDefault(); typeInto(event.currentTarget, edit); }
  };
  const height = lines === 'fill' ? undefined : { height: Math.min(Math.max(lineCount, lines[0]), lines[1]) * LINE + 10 };
  return (
    <FieldFrame label={label} hideLabel={hideLabel} hint={hint} error={error} controlId={id} messageId={`${id}-message`} labelEnd={labelEnd} fill={lines === 'fill'}>
      <div className={css.frame} data-fill={lines === 'fill' || undefined} data-error={error != null || problem !== null || undefined}>
        <div className={css.field} style={height}>
          <CodeLines area={area} text={text} lineCount={lineCount} colour={language === 'json'} errorLine={errorLine} currentLine={caret} />
          <textarea
            {...described({ hint, error }, `${id}-message`)}
            ref={area} id={id} className={css.area} value={text} readOnly={readOnly} placeholder={props.placeholder} autoFocus={props.autoFocus}
            spellCheck={false} autoComplete="off" autoCapitalize="off" wrap="off" data-testid={props['data-testid']}
            aria-invalid={error != null || problem !== null || undefined}
            aria-describedby={footer && language === 'json' ? `${id}-status` : error != null || hint ? `${id}-message` : undefined}
            onChange={(event) => change(event.target.value)} onBlur={commit} onKeyDown={keyDown}
            onSelect={(event) => setCaret(countLines(text.slice(0, event.currentTarget.selectionStart)))}
          />
        </div>
        {footer && language === 'json' && (
          <CodeFooter id={`${id}-status`} text={settled} problem={problem} empty={settled.trim() === ''} end={props.footerEnd} onFormat={readOnly ? undefined : () => format(area)} onShow={() => show(area, problem)} />
        )}
      </div>
    </FieldFrame>
  );
}

interface FooterProps {
  readonly id: string;
  readonly text: string;
  readonly problem: JsonProblem | null;
  readonly empty: boolean;
  readonly end: ReactNode;
  readonly onFormat: (() => void) | undefined;
  readonly onShow: () => void;
}

function CodeFooter({ id, text, problem, empty, end, onFormat, onShow }: FooterProps) {
  const bytes = useMemo(() => new TextEncoder().encode(text).length, [text]);
  const formatRefusal = problem ? 'Only valid JSON can be formatted. Mend the marked line first.' : empty ? 'There is nothing to format yet.' : null;
  return (
    <div className={css.footer}>
      <span id={id} className={css.status} role="status">
        <Led state={problem ? 'error' : empty ? 'off' : 'on'} />
        {problem
          ? <button type="button" className={css.show} onClick={onShow}>Line {problem.line}: {problem.message}</button>
          : empty ? 'Empty' : `Valid JSON, ${bytes.toLocaleString('en')} bytes`}
      </span>
      {end && <span className={css.end}>{end}</span>}
      {onFormat && <Button variant="ghost" size="small" icon="format" onClick={onFormat} disabledReason={formatRefusal}>Format</Button>}
    </div>
  );
}

function editFor(event: KeyboardEvent<HTMLTextAreaElement>, language: 'json' | 'text'): CodeEdit | null {
  const { value, selectionStart: from, selectionEnd: to } = event.currentTarget;
  if (event.ctrlKey || event.metaKey) return event.key === ']' ? indentEdit(value, from, to, 1) : event.key === '[' ? indentEdit(value, from, to, -1) : null;
  if (event.altKey || language !== 'json') return null;
  if (event.key === 'Enter') return enterEdit(value, from, to);
  if (event.key === 'Backspace') return backspaceEdit(value, from, to);
  return pairEdit(value, from, to, event.key);
}

function format(area: RefObject<HTMLTextAreaElement | null>): void {
  const element = area.current;
  if (!element) return;
  const formatted = formatJson(element.value);
  element.focus();
  if (formatted !== element.value) typeInto(element, { from: 0, to: element.value.length, text: formatted, select: [0, 0] });
}

function show(area: RefObject<HTMLTextAreaElement | null>, problem: JsonProblem | null): void {
  if (!area.current || !problem) return;
  area.current.focus();
  area.current.setSelectionRange(problem.offset, problem.offset);
  area.current.scrollTop = Math.max(0, (problem.line - 3) * LINE);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

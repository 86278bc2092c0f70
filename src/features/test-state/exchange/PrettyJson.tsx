import { useMemo, useRef } from 'react';
import { jsonTokens } from '../../../ui/jsonTokens.ts';
import { useRowWindow } from '../../../ui/json/useRowWindow.ts';
import css from './Exchange.module.css';

const LINE_PX = 20;
/** Colouring such a line costs more than it gives. */
const LONG_LINE = 2_000;

/** Indented JSON in colour; of many lines only those in sight exist. */
export function PrettyJson({ text, label }: { readonly text: string; readonly label: string }) {
  const area = useRef<HTMLPreElement>(null);
  const lines = useMemo(() => text.split('\n'), [text]);
  const { first, end } = useRowWindow(area, lines.length, LINE_PX);
  return (
    // A scroll bar of its own for long lines: a line that broke would change the height that the others are counted by.
    <div className={css.prettyBox}>
      <pre ref={area} className={css.pretty} tabIndex={0} aria-label={label} style={{ paddingTop: first * LINE_PX, paddingBottom: (lines.length - end) * LINE_PX }}>
        {lines.slice(first, end).map((line, at) => <Line key={first + at} text={line} />)}
      </pre>
    </div>
  );
}

function Line({ text }: { readonly text: string }) {
  if (text.length > LONG_LINE) return <div className={css.prettyLine}>{`${text.slice(0, LONG_LINE)}…`}</div>;
  return <div className={css.prettyLine}>{jsonTokens(text).map((token, at) => <span key={at} data-token={token.kind}>{token.text}</span>)}{'\n'}</div>;
}

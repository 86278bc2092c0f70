import { type RefObject, useEffect, useMemo, useState } from 'react';
import { jsonTokens } from './jsonTokens.ts';
import css from './CodeField.module.css';

const LINE = 18;
const MARGIN = 12;
/** Colouring such a line costs more than it gives; the textarea's own text shows instead. */
const LONG_LINE = 2_000;

interface CodeLinesProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly lineCount: number;
  readonly colour: boolean;
  readonly errorLine: number | null;
  readonly currentLine: number;
}

/** Line numbers and colours under a transparent textarea: only the lines in view exist. */
export function CodeLines({ area, text, lineCount, colour, errorLine, currentLine }: CodeLinesProps) {
  const view = useView(area);
  const lines = useMemo(() => text.split('\n'), [text]);
  const plain = useMemo(() => !colour || lines.some((line) => line.length > LONG_LINE), [colour, lines]);
  const first = Math.max(0, Math.floor(view.top / LINE) - MARGIN);
  const last = Math.min(lineCount, Math.ceil((view.top + view.height) / LINE) + MARGIN);
  const shown = lines.slice(first, last);
  return (
    <div className={css.layer} aria-hidden="true" data-plain={plain || undefined}>
      <div className={css.numbers} style={{ transform: `translateY(${first * LINE - view.top}px)` }}>
        {shown.map((_, at) => {
          const number = first + at + 1;
          return <div key={number} className={css.number} data-error={number === errorLine || undefined} data-current={number === currentLine || undefined}>{number}</div>;
        })}
      </div>
      {!plain && (
        <div className={css.window}>
          <div className={css.lines} style={{ transform: `translate(${-view.left}px, ${first * LINE - view.top}px)` }}>
            {shown.map((line, at) => <CodeLine key={first + at} line={line} wrong={first + at + 1 === errorLine} />)}
          </div>
        </div>
      )}
    </div>
  );
}

function CodeLine({ line, wrong }: { readonly line: string; readonly wrong: boolean }) {
  return (
    <div className={css.line} data-error={wrong || undefined}>
      {jsonTokens(line).map((token, at) => <span key={at} data-token={token.kind}>{token.text}</span>)}
    </div>
  );
}

function useView(area: RefObject<HTMLTextAreaElement | null>) {
  const [view, setView] = useState({ top: 0, left: 0, height: 300 });
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const read = () => setView({ top: element.scrollTop, left: element.scrollLeft, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    read();
    return () => { observer.disconnect(); element.removeEventListener('scroll', read); };
  }, [area]);
  return view;
}

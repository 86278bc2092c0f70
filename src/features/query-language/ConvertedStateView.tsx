import { jsonSourceOf } from '../../asl/jsonText.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DiffBlock } from '../../ui/DiffBlock.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { lookOf } from './proofWords.ts';
import type { ConvertedState } from './useConversion.ts';
import type { Proof } from './useProofs.ts';
import css from './ToJsonataDialog.module.css';

/** One state: what becomes of its text, what the tests said, for which data it is another, or why it stays. */
export function ConvertedStateView({ state, proof }: { readonly state: ConvertedState; readonly proof: Proof | undefined }) {
  const { entry, before, after, remarks, problems } = state;
  const look = lookOf(state, proof);
  return (
    <section className={css.view} aria-label={entry.name} data-testid="to-jsonata.view">
      <div className={css.head}>
        <h3 className={css.title}><bdi>{entry.name}</bdi></h3>
        <Chip tone={look.tone} icon={look.icon} data-testid="to-jsonata.verdict">{look.text}</Chip>
      </div>
      <p className={css.says}>{look.says}</p>
      {problems.map(({ field, reason, nextStep }) => <Notice key={`${field} ${reason}`} tone="error" title={field} text={`${reason} ${nextStep}`} data-testid="to-jsonata.problem" />)}
      {after && remarks.length > 0 && (
        <ul className={css.remarks} aria-label="For which data it is another" data-testid="to-jsonata.remarks">
          {remarks.map((remark) => <li key={remark}>{remark}</li>)}
        </ul>
      )}
      {after && <DiffBlock label={`${entry.name} before and after`} before={textOf(before)} after={textOf(after)} data-testid="to-jsonata.diff" />}
    </section>
  );
}

/** As it stands in the document, moved to the left edge. */
function textOf({ tree, entry }: ConvertedState['before']): string {
  const text = tree.format === 'json' ? jsonSourceOf(tree, entry.node) : tree.text.slice(entry.node.offset, entry.node.offset + entry.node.length);
  const lines = text.split('\n');
  const indents = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.length - line.trimStart().length]));
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [lines[0], ...lines.slice(1).map((line) => line.slice(indent))].join('\n');
}

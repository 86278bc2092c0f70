import type { CheckRule } from '../../checks/CheckRule.ts';
import { exampleText } from '../../checks/exampleText.ts';
import css from './ProblemsPanel.module.css';

/** Why a rule exists, and what it looks like wrong and right. */
export function Explanation({ rule }: { readonly rule: CheckRule }) {
  const { bad, good } = exampleText(rule.example);
  return (
    <>
      <p className={css.title}>{rule.title} <code className={css.code}>{rule.id}</code></p>
      <p className={css.text}>{rule.why}</p>
      <div className={css.examples}>
        <figure className={css.example}><figcaption>Instead of</figcaption><pre tabIndex={0} aria-label="Wrong example">{bad}</pre></figure>
        <figure className={css.example}><figcaption>Write</figcaption><pre tabIndex={0} aria-label="Right example">{good}</pre></figure>
      </div>
    </>
  );
}

import type { Problem } from '../../checks/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { checklistOf, type ChecklistItem } from './checklistOf.ts';
import css from './ExportDialog.module.css';

const ICON: { readonly [T in ChecklistItem['tone']]: IconName } = { ok: 'ok', error: 'error', warning: 'warning' };

/** Each line is done, or leads to the first place where it is not. */
export function Checklist({ problems, onShow }: { readonly problems: readonly Problem[]; readonly onShow: (problem: Problem) => void }) {
  return (
    <ul className={css.list} data-testid="export.checklist">
      {checklistOf(problems).map((item) => {
        const first = item.found[0];
        return (
          <li key={item.id} className={css.item} data-tone={item.tone} data-testid={`export.check.${item.id}`}>
            <Icon name={ICON[item.tone]} />
            <span className={css.words}>
              <span>{item.text}</span>
              {first && <small>{first.message}</small>}
            </span>
            {first && <Button size="small" variant="ghost" onClick={() => onShow(first)}>Show</Button>}
          </li>
        );
      })}
    </ul>
  );
}

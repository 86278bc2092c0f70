import { useCallback, useRef, useState } from 'react';
import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { Catalog } from '../../../catalog/createCatalog.ts';
import { optimizedResource, readResource, sdkResource } from '../../../catalog/resource.ts';
import { useCatalogAnswer } from '../../../editor/useCatalogAnswer.ts';
import { Button } from '../../../ui/Button.tsx';
import { withPattern } from '../task/patterns.ts';
import { useApply } from '../useApply.ts';
import { SearchList, type Found } from './SearchList.tsx';
import css from './call.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly resource: string;
  /** What it calls now, in words. */
  readonly title: string | null;
}

/** Chooses what a task calls, by searching all of AWS. */
export function ActionPicker({ entry, resource, title }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { error, apply } = useApply();
  const catalog = useCatalogAnswer(open ? 'catalog' : null, (reader) => reader.catalog());
  const find = useCallback((text: string) => (catalog ? found(catalog, resource, text) : []), [catalog, resource]);
  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const pick = (to: string): void => {
    const now = readResource(resource);
    const pattern = 'pattern' in now && catalog?.patternsOf(to).includes(now.pattern) ? now.pattern : 'request-response';
    if (apply(setField(entry.id, ['Resource'], withPattern(to, pattern)))) close();
  };
  return (
    <>
      <div className={css.line}>
        <span className={css.strong}>{title ?? 'What it calls'}</span>
        <span className={css.grow} />
        <Button ref={button} size="small" icon="search" pressed={open} onClick={() => setOpen(!open)} data-testid="call.choose">Choose an action</Button>
      </div>
      {error !== null && <p role="alert" className={css.error}>{error}</p>}
      {open && catalog === undefined && <p role="status" className={css.hint}>Loading the list of actions…</p>}
      {open && catalog === null && <p role="alert" className={css.error}>The list of actions could not be loaded. Start the studio again with npm start, or type the Resource.</p>}
      {open && catalog && (
        <SearchList
          label="Actions of AWS services" placeholder="Service or action, such as dynamodb put item" find={find} onPick={pick} onClose={close} testId="call.actions"
          nothing={(text) => (text.trim() === '' ? 'Type the name of a service or of an action.' : `No action fits “${text}”. Try the name of the service, or type the Resource itself.`)}
        />
      )}
    </>
  );
}

const NAMES = { sdk: 'AWS SDK', optimized: 'optimized' } as const;

/** Before anything is typed, the other actions of the same service. */
function found(catalog: Catalog, resource: string, text: string): readonly Found[] {
  if (text.trim() !== '') return catalog.searchActions(text, 50).map(({ resource: id, service, action, title, of }) => ({ id, label: `${service}:${action}`, aside: NAMES[of], note: title }));
  const now = readResource(resource);
  if (now.kind !== 'sdk' && now.kind !== 'optimized') return [];
  const { kind, service } = now;
  const arn = kind === 'sdk' ? sdkResource : optimizedResource;
  return catalog.actionsOf(kind, service).map((action) => ({ id: arn(service, action), label: `${service}:${action}`, aside: NAMES[kind] }));
}

import { useState } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { readResource } from '../../../catalog/resource.ts';
import { sampleResponse } from '../../../catalog/sampleResponse.ts';
import type { Shape } from '../../../catalog/Shape.ts';
import { selectMock } from '../../../editor/selectors/test.ts';
import { useActions } from '../../../editor/useActions.ts';
import { useCatalogAnswer } from '../../../editor/useCatalogAnswer.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import type { Json } from '../../../lib/Json.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { JsonTree } from '../../../ui/JsonTree.tsx';
import { Section } from '../Section.tsx';
import { ShapeLines } from './ShapeLines.tsx';
import css from './call.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly resource: string;
  readonly shape: Shape;
}

/** What the service answers: its members, and a sample to test with. */
export function ResponseSection({ entry, resource, shape }: Props) {
  const [open, setOpen] = useState(false);
  const read = readResource(resource);
  const job = 'pattern' in read && read.pattern.startsWith('sync');
  return (
    <Section title="Result" hideTitle data-testid="call.result">
      <button type="button" className={css.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
        <span className={css.strong}>Result</span>
        <span className={css.kind}>{job ? 'the job, when it has ended' : 'what the service answers'}</span>
      </button>
      {open && <Opened entry={entry} resource={resource} shape={shape} />}
    </Section>
  );
}

function Opened({ entry, resource, shape }: Props) {
  const sample = useCatalogAnswer<{ readonly value: Json }>(`sample ${resource}`, async (reader) => {
    const value = await reader.sampleFor(resource);
    return value === undefined ? undefined : { value };
  })?.value ?? sampleResponse(shape);
  const { setMock } = useActions();
  const mock = useEditor(selectMock(entry.name));
  const text = JSON.stringify(sample, null, 2);
  const used = mock?.enabled === true && mock.mock.result === text;
  return (
    <>
      <ShapeLines shape={shape} label={`Members of the result of ${entry.name}`} />
      <div className={css.line}>
        <span className={css.title}>Sample</span>
        <Button size="small" disabledReason={used ? 'This sample is the mock of the state.' : null} onClick={() => setMock(entry.name, { enabled: true, mock: { result: text } })} data-testid="call.useAsMock">
          {mock && !used ? 'Replace the mock with it' : 'Use as mock'}
        </Button>
      </div>
      {used && <p role="status" className={css.hint}>Tests of this state answer this sample. Its members are offered while you write what comes behind.</p>}
      <div className={css.sample}><JsonTree value={sample} label={`Sample result of ${entry.name}`} /></div>
    </>
  );
}

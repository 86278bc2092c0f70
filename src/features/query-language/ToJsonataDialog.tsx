import { useState } from 'react';
import type { StateId } from '../../asl/names.ts';
import { useActions } from '../../editor/useActions.ts';
import { convertToJsonata } from '../../refactor/jsonata/convertToJsonata.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ConvertedStateView } from './ConvertedStateView.tsx';
import { StateList } from './StateList.tsx';
import { useConversion, type ConversionPreview } from './useConversion.ts';
import { useProofs } from './useProofs.ts';
import css from './ToJsonataDialog.module.css';

/** JSONPath states as JSONata: what each becomes, what cannot be converted and why, and a test of both versions. One step to undo. */
export function ToJsonataDialog({ states: asked }: { readonly states: readonly StateId[] | null }) {
  const preview = useConversion(asked);
  const { proofs, running } = useProofs(preview.states);
  const [chosen, choose] = useState<StateId | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { apply, showDialog, notify } = useActions();
  const shown = preview.states.find(({ entry }) => entry.id === chosen) ?? preview.states[0];
  const close = (): void => showDialog(null);
  const start = (): void => {
    const refusal = apply(convertToJsonata(asked));
    if (refusal) return setRefused(refusal.message);
    close();
    notify({ tone: 'success', title: doneTitle(preview), text: 'Undo brings JSONPath back.' });
  };
  const footer = (
    <>
      <Grow />
      <Button onClick={close}>Cancel</Button>
      {preview.convertible > 0 && <Button variant="primary" onClick={start} data-testid="to-jsonata.start">{startLabel(preview)}</Button>}
    </>
  );
  return (
    <Dialog open onClose={close} size="l" title="Convert to JSONata" description="Paths and intrinsic functions become JSONata expressions. One step that undo takes back." footer={footer} data-testid="to-jsonata">
      {refused !== null && <Notice tone="error" title="Nothing was converted" text={refused} announce />}
      {shown ? (
        <>
          <Summary preview={preview} testing={running} different={[...proofs.values()].filter(({ verdict }) => verdict.kind === 'different').length} />
          <div className={css.split}>
            <StateList states={preview.states} proofs={proofs} shown={shown.entry.id} onShow={choose} />
            <ConvertedStateView key={shown.entry.id} state={shown} proof={proofs.get(shown.entry.id)} />
          </div>
        </>
      ) : (
        <EmptyState icon="check" title="Nothing to convert" text={asked === null ? 'Every state of this workflow is JSONata already.' : 'What is selected is JSONata already.'} />
      )}
    </Dialog>
  );
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
const startLabel = ({ wholeMachine, convertible }: ConversionPreview): string => (wholeMachine ? 'Convert the workflow' : `Convert ${count(convertible, 'state')}`);
const doneTitle = ({ wholeMachine, convertible }: ConversionPreview): string => (wholeMachine ? 'The workflow is JSONata now' : `${count(convertible, 'state')} converted to JSONata`);

function Summary({ preview, testing, different }: { readonly preview: ConversionPreview; readonly testing: boolean; readonly different: number }) {
  const { states, convertible, wholeMachine } = preview;
  const left = states.length - convertible;
  const title = left === 0 ? (states.length === 1 ? 'The state can be converted.' : `All ${states.length} states can be converted.`) : convertible === 0 ? 'Nothing can be converted yet.' : `${convertible} of ${count(states.length, 'state')} can be converted.`;
  const language = wholeMachine ? 'JSONata becomes the language of the workflow.' : convertible > 0 ? 'Each gets a query language of its own, beside the JSONPath of the workflow.' : 'The list says why.';
  const proved = testing ? 'Both versions are being tested with the same data; nothing is sent.' : different > 0 ? `${count(different, 'state')} gave another result in a test: look at ${different === 1 ? 'it' : 'them'} first.` : '';
  return <Notice tone={left > 0 || different > 0 ? 'warning' : 'success'} title={title} text={`${language} ${proved}`.trim()} data-testid="to-jsonata.summary" />;
}

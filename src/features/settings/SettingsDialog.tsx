import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { regionNotes } from '../../http/region.ts';
import { partitionOf } from '../../lib/awsPartition.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { REGIONS } from './regions.ts';
import css from './SettingsDialog.module.css';

/** What a person sets once, for all workflows. Kept in this browser. */
export function SettingsDialog() {
  const region = useEditor((s) => s.settings.region);
  const { showDialog, changeSettings, announce } = useActions();
  const notes = regionNotes(region);
  const options = REGIONS.some(({ value }) => value === region) ? REGIONS : [...REGIONS, { value: region, label: region }];
  const choose = (next: string): void => {
    changeSettings((settings) => ({ ...settings, region: next }));
    announce(`Region: ${next}.`);
  };
  const footer = (
    <>
      <Grow />
      <Button onClick={() => showDialog(null)}>Close</Button>
    </>
  );
  return (
    <Dialog open onClose={() => showDialog(null)} title="Settings" description="For all workflows. Kept in this browser, never in a definition." footer={footer} data-testid="settings">
      <SelectField
        label="Region" options={options} value={region} onChange={choose} data-testid="settings.region"
        hint={`Tests send User-Agent Amazon|StepFunctions|HttpInvoke|${region}; ARNs of the context object and in policies begin with arn:${partitionOf(region)}.`}
      />
      {notes.length > 0 && <Notice tone="warning" title={`Not everything is there in ${region}`} text={notes.map((note) => <p key={note} className={css.note}>{note}</p>)} announce data-testid="settings.note" />}
    </Dialog>
  );
}

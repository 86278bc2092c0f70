import { Suspense, useState } from 'react';
import type { StateEntry } from '../../../asl/states.ts';
import { laterPart } from '../../../editor/laterPart.tsx';
import { useActions } from '../../../editor/useActions.ts';
import { useEditor } from '../../../editor/useEditor.ts';
import { Button } from '../../../ui/Button.tsx';
import { keptAwsChoice } from './keptAwsChoice.ts';
import { Segmented, type SegmentedOption } from '../../../ui/Segmented.tsx';

const AwsDialog = laterPart(async () => (await import('./AwsDialog.tsx')).AwsDialog);

/** Here, or on AWS: one switch for every test, and beside it where on AWS. */
export function AwsSwitch({ entry }: { readonly entry: StateEntry }) {
  const connected = useEditor((s) => s.bridge.kind === 'connected');
  const testsOn = useEditor((s) => s.testsOn);
  const asked = useEditor((s) => s.awsAsked === entry.id);
  const { setTestsOn, endAwsAsked } = useActions();
  const [settings, setSettings] = useState(false);
  const close = (): void => {
    setSettings(false);
    endAwsAsked();
  };
  const options: readonly SegmentedOption<'here' | 'aws'>[] = [
    { value: 'here', label: 'Here' },
    { value: 'aws', label: 'AWS', disabledReason: connected || testsOn === 'aws' ? null : 'Tests on AWS go through the bridge. Start it with npm start and open the URL that it prints.' },
  ];
  return (
    <>
      <Segmented label="Test here or on AWS" size="small" options={options} value={testsOn} onChange={setTestsOn} data-testid="test.on" />
      {testsOn === 'aws' && <WhereButton onClick={() => setSettings(true)} />}
      {(asked || settings) && <Suspense><AwsDialog key={asked ? 'test' : 'settings'} entry={entry} asked={asked} onClose={close} /></Suspense>}
    </>
  );
}

/** Where on AWS; leads to where that is set. */
function WhereButton({ onClick }: { readonly onClick: () => void }) {
  const region = useEditor((s) => s.settings.region);
  const { profile, endpoint, ...kept } = keptAwsChoice(() => localStorage, region);
  const by = profile === '' ? 'the first credentials that are found' : `the profile ${profile}`;
  return (
    <Button size="small" variant="ghost" icon="swap" onClick={onClick} data-testid="test.aws.settings" tooltip={`Tests go to ${endpoint.trim() === '' ? `AWS in ${kept.region}` : endpoint} with ${by}. Change profile, region, role or endpoint.`}>
      {endpoint.trim() === '' ? kept.region : 'Endpoint'}
    </Button>
  );
}

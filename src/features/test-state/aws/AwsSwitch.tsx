import { Suspense, useEffect, useRef, useState } from 'react';
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
  useWithdrawn(entry);
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

/** Whoever goes to another state, or closes the panel, before the question stood there has not said yes: coming back starts nothing. */
function useWithdrawn(entry: StateEntry): void {
  const elsewhere = useEditor((s) => s.awsAsked !== null && s.awsAsked !== entry.id);
  const { endAwsAsked } = useActions();
  const here = useRef(false);
  useEffect(() => {
    if (elsewhere) endAwsAsked();
  }, [elsewhere, endAwsAsked]);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      // Strict mode mounts twice in a row: only who is truly gone is gone a moment later.
      queueMicrotask(() => here.current || endAwsAsked());
    };
  }, [endAwsAsked]);
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

import type { StateEntry } from '../../asl/states.ts';
import { selectMock, selectRun, selectLevel } from '../../editor/selectors/test.ts';
import { sampleMock } from '../../editor/sampleMock.ts';
import { holdsStates, isHttpTask, takesMock } from '../../editor/testability.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useSample } from '../../editor/useSample.ts';
import type { InspectionLevel } from '../../interpreter/testStateApi.ts';
import { Button } from '../../ui/Button.tsx';
import { AwsSwitch } from './aws/AwsSwitch.tsx';
import { RoleButton } from './RoleButton.tsx';
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

const LEVELS: readonly { readonly value: InspectionLevel; readonly label: string; readonly description: string }[] = [
  { value: 'INFO', label: 'INFO', description: 'Status and output' },
  { value: 'DEBUG', label: 'DEBUG', description: 'And each stage of the data flow' },
  { value: 'TRACE', label: 'TRACE', description: 'And the HTTP request and response' },
];

/** Route, inspection level, start and stop. */
export function TestControls({ entry }: { readonly entry: StateEntry }) {
  const run = useEditor(selectRun(entry.id));
  const level = useEditor(selectLevel(entry.name));
  // There it runs under the role of the AWS settings.
  const onAws = useEditor((s) => s.testsOn === 'aws');
  const { startTest, stopTest, setInspectionLevel } = useActions();
  const running = run?.phase === 'running';
  return (
    <>
      {isHttpTask(entry) && !onAws && <RoleButton />}
      <AwsSwitch entry={entry} />
      {takesMock(entry) && <RoutePicker entry={entry} />}
      <SelectField label="Inspection level" hideLabel size="small" options={LEVELS} value={level} onChange={(next) => setInspectionLevel(entry.name, next)} data-testid="test.level" />
      {running ? (
        <Button icon="stop" onClick={() => stopTest(entry.id)} data-testid="test.stop">Stop</Button>
      ) : (
        <Button variant="primary" icon="play" keys="Mod+Enter" onClick={() => startTest(entry.id)} data-testid="test.start">Start test</Button>
      )}
    </>
  );
}

/** Mock, or the way out: always visible which of them a test takes. */
function RoutePicker({ entry }: { readonly entry: StateEntry }) {
  const mock = useEditor(selectMock(entry.name));
  const bridge = useEditor((s) => s.bridge.kind);
  const onAws = useEditor((s) => s.testsOn === 'aws');
  const { setMock } = useActions();
  useSample(entry);
  const inside = holdsStates(entry);
  const sendable = isHttpTask(entry);
  const mocked = mock?.enabled === true;
  const change = (route: 'mock' | 'live'): void => setMock(entry.name, { ...mock, mock: mock?.mock ?? sampleMock(entry), enabled: route === 'mock' });
  if (onAws) return <Segmented label="Route" size="small" options={onAwsOptions(inside)} value={mocked ? 'mock' : 'live'} onChange={change} data-testid="test.route" />;
  const live = inside ? 'Run inside' : bridge === 'connected' ? 'Bridge' : 'Direct';
  const options: readonly SegmentedOption<'mock' | 'live'>[] = [
    { value: 'mock', label: 'Mock', icon: 'pin' },
    { value: 'live', label: live, icon: inside ? 'flow' : bridge === 'connected' ? 'plug' : 'send', disabledReason: sendable || inside ? null : 'Only HTTP endpoints can be called from this machine. This task is tested with a mock.' },
  ];
  return (
    <Segmented
      label="Route"
      size="small"
      options={options}
      value={mocked || !(sendable || inside) ? 'mock' : 'live'}
      onChange={change}
      data-testid="test.route"
    />
  );
}

/** AWS calls every task; what is inside a Map or Parallel it does not run. */
const onAwsOptions = (inside: boolean): readonly SegmentedOption<'mock' | 'live'>[] => [
  { value: 'mock', label: 'Mock', icon: 'pin' },
  { value: 'live', label: inside ? 'No mock' : 'Real call', icon: inside ? 'flow' : 'external' },
];

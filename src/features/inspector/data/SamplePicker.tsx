import type { StateEntry } from '../../../asl/states.ts';
import type { Sample, SampleSource } from '../../../editor/samples.ts';
import { useActions } from '../../../editor/useActions.ts';
import type { LiveStages } from '../../../interpreter/live/liveStages.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatJson } from '../../../ui/formatJson.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import css from './DataSection.module.css';

interface Props {
  readonly entry: StateEntry;
  readonly samples: readonly Sample[];
  readonly sample: Sample;
  readonly stages: LiveStages | null;
}

/** Whose data is shown, and the others there are. */
export function SamplePicker({ entry, samples, sample, stages }: Props) {
  const { chooseSample, setInput, setVariables, showDock, announce } = useActions();
  const keep = (): void => {
    if (stages === null) return;
    setInput(entry.name, formatJson(stages.input));
    if (stages.variables.trim() !== '' && stages.variables !== '{}') setVariables(entry.name, formatJson(stages.variables));
    chooseSample(entry.id, 'saved');
    announce(`Kept as the saved sample of ${entry.name}`);
  };
  const options = samples.map(({ source, label, says }) => ({ value: source, label, description: says }));
  return (
    <div className={css.sample}>
      <SelectField<SampleSource> label="Shown with" options={options} value={sample.source} onChange={(source) => chooseSample(entry.id, source)} hint={sample.says} data-testid="inspector.sample" />
      <div className={css.buttons}>
        <Button size="small" variant="ghost" icon="pencil" onClick={() => showDock('test')}>Edit in Test state</Button>
        {sample.source !== 'saved' && sample.source !== 'empty' && stages !== null && stages.outcome !== null && <Button size="small" variant="ghost" icon="pin" onClick={keep} data-testid="inspector.sample.keep">Keep as saved sample</Button>}
      </div>
    </div>
  );
}

import type { FieldPath } from '../../../asl/commands/setField.ts';
import type { Shape } from '../../../catalog/Shape.ts';
import { templateValue, type ValueSpec } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';
import { ChoiceValue } from './ChoiceValue.tsx';
import { MemberGroup } from './MemberGroup.tsx';
import type { MemberProps } from './MemberProps.ts';
import { limitWords, PLACEHOLDER, startValue } from './shapeWords.ts';

/** One parameter, by its shape. */
export function MemberField(props: MemberProps) {
  const { entry, path, label, shape, required } = props;
  const hint = [required ? 'Required.' : undefined, props.note, limitWords(shape)].filter(Boolean).join(' ') || undefined;
  const testId = `call.${path.slice(1).join('.')}`;
  switch (shape.is) {
    case 'string':
      if (shape.enum) return <ChoiceValue entry={entry} spec={specOf(path, 'text', shape)} label={label} hint={hint} values={shape.enum} required={required} testId={testId} />;
      return <ValueField entry={entry} spec={specOf(path, 'text', shape)} label={label} hint={hint} placeholder={shape.as && PLACEHOLDER[shape.as]} testId={testId} />;
    case 'number':
      return <ValueField entry={entry} spec={specOf(path, 'decimal', shape)} label={label} hint={hint} placeholder="0" testId={testId} />;
    case 'boolean':
      return <ChoiceValue entry={entry} spec={specOf(path, 'json', shape)} label={label} hint={hint} values={[true, false]} required={required} testId={testId} />;
    case 'any':
      return <ValueField entry={entry} spec={specOf(path, 'json', shape)} label={label} hint={hint} placeholder={'{ "name": "value" }'} testId={testId} />;
    default:
      return <MemberGroup {...props} Member={MemberField} shape={shape} hint={hint} spec={specOf(path, 'json', shape)} testId={testId} />;
  }
}

/** An entry of a list has no name that could end in `.$`. */
function specOf(path: FieldPath, kind: ValueSpec['kind'], shape: Shape): ValueSpec {
  return typeof path.at(-1) === 'number' ? { kind, path, computed: true, start: startValue(shape) } : templateValue(kind, path, startValue(shape));
}

import type { StateEntry } from '../../../asl/states.ts';
import { CommentField } from '../CommentField.tsx';
import { fieldHint } from '../fieldSpecs.ts';
import { TargetField } from '../lists/TargetField.tsx';
import { RestFields } from '../RestFields.tsx';
import { ValueField } from '../ValueField.tsx';
import { AssignField } from '../variables/AssignField.tsx';
import { ErrorNames } from './ErrorNames.tsx';

const KNOWN = ['ErrorEquals', 'Next', 'Assign', 'Comment'];
const RESULT_HINT = 'Where in the input the error is put, as { "Error", "Cause" }. A plain path below $. Without it: $, which replaces the input.';
const OUTPUT_HINT = 'What goes on to the next state; the error is $states.errorOutput. Without it: the error alone.';

/** One entry of Catch: for which errors, where they lead, and what is handed on. */
export function CatcherForm({ entry, at }: { readonly entry: StateEntry; readonly at: number }) {
  const path = ['Catch', at] as const;
  const id = `inspector.catch.${at + 1}`;
  const jsonPath = entry.language === 'JSONPath';
  return (
    <>
      <ErrorNames entry={entry} path={path} testId={`${id}.errors`} />
      <TargetField entry={entry} path={[...path, 'Next']} label="Leads to" testId={`${id}.next`} />
      {jsonPath
        ? <ValueField entry={entry} spec={{ kind: 'path', path: [...path, 'ResultPath'] }} label="ResultPath" hint={RESULT_HINT} placeholder="$.error" testId={`${id}.ResultPath`} />
        : <ValueField entry={entry} spec={{ kind: 'json', path: [...path, 'Output'], computed: true }} label="Output" hint={OUTPUT_HINT} placeholder={'{ "error": "{% $states.errorOutput %}" }'} testId={`${id}.Output`} />}
      <AssignField entry={entry} path={[...path, 'Assign']} hint={fieldHint('Assign')} optional testId={`${id}.Assign`} />
      <CommentField entry={entry} path={[...path, 'Comment']} optional />
      <RestFields entry={entry} path={path} known={[...KNOWN, jsonPath ? 'ResultPath' : 'Output']} />
    </>
  );
}

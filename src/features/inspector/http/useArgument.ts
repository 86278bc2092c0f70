import { setField } from '../../../asl/commands/setField.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { newGesture } from '../newGesture.ts';
import { isPath } from '../typedValue.ts';
import { type Applying, useApply } from '../useApply.ts';
import { argumentIn, argumentPath, type Argument } from './httpFields.ts';

/** One text of the HTTP task. In JSONPath what begins with `$` or `States.` is kept under the name with `.$`. */
export function useArgument(entry: StateEntry, ...rest: readonly string[]): Argument & Applying & { readonly commit: (text: string) => void } {
  const applying = useApply();
  const argument = argumentIn(entry, ...rest);
  const commit = (typed: string): void => {
    const text = typed.trim();
    const plain = argumentPath(entry, ...rest);
    const dotted = [...plain.slice(0, -1), `${String(plain.at(-1))}.$`];
    const path = entry.language === 'JSONPath' && isPath(text) ? dotted : plain;
    const gesture = newGesture();
    if (!applying.apply(setField(entry.id, path, text), gesture)) return;
    if (argument.text !== '' && argument.path.join('/') !== path.join('/')) applying.apply(setField(entry.id, argument.path, undefined), gesture);
  };
  return { ...argument, ...applying, commit };
}

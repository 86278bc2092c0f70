import { isIntrinsicText, parseIntrinsic } from '../../expr/intrinsics/parseIntrinsic.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import { err } from '../../lib/Result.ts';
import type { Converted } from './Converted.ts';
import { intrinsicToJsonata } from './intrinsicToJsonata.ts';
import { pathToJsonata } from './pathToJsonata.ts';

/** A path or an intrinsic call, as the value of a `.$` member has it. `data`: what `$` stands for, as JSONata that can begin a path. */
export function expressionToJsonata(text: string, data: string): Converted {
  if (isIntrinsicText(text)) {
    const call = parseIntrinsic(text);
    return call.ok ? intrinsicToJsonata(call.value, data) : unreadable(text, call.error.message);
  }
  const path = parseJsonPath(text);
  return path.ok ? pathToJsonata(path.value, data) : unreadable(text, path.error.message);
}

const unreadable = (text: string, problem: string): Converted => err({ reason: `${text} cannot be read: ${problem}`, nextStep: 'Correct it first.' });

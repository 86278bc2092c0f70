import { isIntrinsicText, parseIntrinsic, type Argument, type IntrinsicCall } from '../../expr/intrinsics/parseIntrinsic.ts';
import { evaluateIntrinsic } from '../../expr/intrinsics/evaluateIntrinsic.ts';
import { evaluatePath } from '../../expr/jsonpath/evaluatePath.ts';
import { parseJsonPath } from '../../expr/jsonpath/parseJsonPath.ts';
import type { PathScope } from '../../expr/PathScope.ts';

/**
 * The character of a path or intrinsic call from which on nothing is found: the step after the longest beginning that there is. Undefined
 * where all of it is found, or the call itself refuses its arguments.
 */
export function missedAt(text: string, scope: PathScope): number | undefined {
  if (!isIntrinsicText(text)) return missedStep(text, scope);
  const call = parseIntrinsic(text);
  return call.ok ? missedInCall(call.value, text, 0, scope) : undefined;
}

function missedInCall(call: IntrinsicCall, text: string, from: number, scope: PathScope): number | undefined {
  let at = from;
  for (const argument of call.args) {
    const written = textOf(argument);
    if (written === null) continue;
    at = Math.max(at, text.indexOf(written, at));
    const missed = argument.kind === 'call' ? missedInCall(argument.call, text, at, scope) : missedStep(written, scope);
    if (missed !== undefined) return argument.kind === 'call' ? missed : at + missed;
    at += written.length;
  }
  return evaluateIntrinsic(call, scope).ok ? undefined : from;
}

const textOf = (argument: Argument): string | null => (argument.kind === 'path' ? argument.path.text : argument.kind === 'call' ? argument.call.text : null);

function missedStep(text: string, scope: PathScope): number | undefined {
  const found = (part: string): boolean => {
    const path = parseJsonPath(part);
    return path.ok && evaluatePath(path.value, scope).ok;
  };
  if (found(text)) return undefined;
  let good = 0;
  for (const cut of cutsOf(text)) {
    const part = text.slice(0, cut);
    if (!parseJsonPath(part).ok) continue;
    if (!found(part)) break;
    good = cut;
  }
  return text[good] === '.' && text[good + 1] !== '.' ? good + 1 : good;
}

/** Where a step may end: before a dot or a bracket that is not within quotes or brackets. */
function cutsOf(text: string): readonly number[] {
  const cuts: number[] = [];
  let depth = 0;
  let quote = '';
  for (let at = 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === '\\') at += 1;
      else if (char === quote) quote = '';
    } else if ((char === '\'' || char === '"') && depth > 0) quote = char;
    else {
      if (depth === 0 && (char === '.' || char === '[')) cuts.push(at);
      if (char === '[' || char === '(') depth += 1;
      if (char === ']' || char === ')') depth -= 1;
    }
  }
  return cuts;
}

import type { Json } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { evaluatePath } from '../jsonpath/evaluatePath.ts';
import type { JsonPath } from '../jsonpath/JsonPath.ts';
import type { ExpressionFailure, PathScope } from '../PathScope.ts';
import { intrinsicTable } from './intrinsicTable.ts';
import type { Argument, IntrinsicCall } from './parseIntrinsic.ts';

/** `whole`: the expression as written in the field, which error texts quote even when an inner call failed. */
export function evaluateIntrinsic(call: IntrinsicCall, scope: PathScope, whole = call.text): Result<Json, ExpressionFailure> {
  const args: Json[] = [];
  for (let i = 0; i < call.args.length; i++) {
    const value = argument(call.args[i] as Argument, call, i, scope, whole);
    if (!value.ok) return value;
    args.push(value.value);
  }
  const result = intrinsicTable[call.name](args, scope.sources);
  if (result !== undefined) return ok(result);
  return err({ message: `There was an error while evaluating the intrinsic function: ${whole}. Invalid arguments in ${call.name}` });
}

function argument(arg: Argument, call: IntrinsicCall, i: number, scope: PathScope, whole: string): Result<Json, ExpressionFailure> {
  switch (arg.kind) {
    case 'literal':
      return ok(call.name === 'States.Format' && i === 0 && arg.raw !== undefined ? arg.raw : arg.value);
    case 'call':
      return evaluateIntrinsic(arg.call, scope, whole);
    case 'path': {
      const found = evaluatePath(arg.path, scope);
      if (found.ok) return found;
      if (found.error.kind === 'wrong-type' && found.error.message.startsWith('Filter:')) return err({ message: found.error.message });
      return err({ message: missingArgument(arg.path, scope, whole) });
    }
  }
}

/** AWS quotes the state input for context paths too, and shows them with one `$`. */
function missingArgument(path: JsonPath, scope: PathScope, whole: string): string {
  const shown = path.root.kind === 'context' ? path.text.slice(1) : path.text;
  return (
    `The function '${whole}' had the following error: The JsonPath argument for the field '${shown}' ` +
    `could not be found in the input '${JSON.stringify(scope.input)}'`
  );
}

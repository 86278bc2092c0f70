import type { StateEntry } from '../../../asl/states.ts';
import { useActions } from '../../../editor/useActions.ts';
import { pathsOf, type PathRoots } from '../../../ui/json/PathBar.tsx';
import type { PathSegment } from '../../../ui/json/valuePath.ts';
import { typeInto } from '../../../ui/typeInto.ts';
import { formOf, lookedAt, LOOKED_LABELS } from './fieldScope.ts';
import { insertExpression } from './insertExpression.ts';
import { useLiveTarget, type LiveTarget } from './liveTarget.tsx';

/** What a tree shows, as far as an expression can name it. */
export type TreeOf = 'variables' | 'context' | 'error' | (string & {});

/** A click on a value puts its path or expression into the field that had the focus; absent while none had. */
export function usePick(entry: StateEntry): { readonly label: string | undefined; readonly into: (tree: TreeOf, roots: PathRoots) => ((path: readonly PathSegment[]) => void) | undefined } {
  const { target } = useLiveTarget();
  const { announce, notify } = useActions();
  if (target === null || target.state !== entry.id || controlOf(target) === null) return { label: undefined, into: () => undefined };
  const into = (tree: TreeOf, roots: PathRoots) => (path: readonly PathSegment[]): void => {
    const control = controlOf(target);
    if (control === null) return announce(`${target.label} is not open any more. Click into a field first.`);
    const refusal = outOfSight(entry, target, tree);
    if (refusal !== null) return void notify({ tone: 'info', title: `Not inserted into ${target.label}`, text: refusal });
    const paths = pathsOf(path, roots);
    const expression = entry.language === 'JSONata' ? paths.jsonata : paths.jsonPath;
    const form = formOf(target.path);
    typeInto(control, insertExpression(expression, {
      text: control.value, start: control.selectionStart ?? control.value.length, end: control.selectionEnd ?? control.value.length, language: entry.language, whole: form !== 'value',
      ...(target.bare || entry.language === 'JSONata' ? {} : { member: path.findLast((segment) => typeof segment === 'string') ?? 'value' }),
    }));
    announce(`Inserted ${expression} into ${target.label}`);
  };
  return { label: `Insert into ${target.label}`, into };
}

/** An edit elsewhere may have drawn the field anew; it stands under the same name. */
function controlOf({ control }: LiveTarget): LiveTarget['control'] | null {
  if (control.isConnected) return control;
  const name = control.dataset['testid'];
  const found = name === undefined ? null : document.querySelector(`[data-testid=${JSON.stringify(name)}]`);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

/** Why the field cannot name a value of this tree; null: it can. */
function outOfSight(entry: StateEntry, target: LiveTarget, tree: TreeOf): string | null {
  if (tree === 'variables' || tree === 'context') return null;
  if (entry.language === 'JSONPath') {
    const looked = lookedAt(entry, target.path);
    return same(tree, looked) ? null : `${target.label} looks at ${LOOKED_LABELS[looked]}. Choose the value there.`;
  }
  if (tree === 'input') return null;
  const behind = ['Output', 'Assign'].includes(String(target.path[0]));
  if (tree === 'result') return behind ? null : `${target.label} is evaluated before there is a result: use $states.input or a variable.`;
  return 'In JSONata an expression names the input ($states.input), the result ($states.result), the context and variables. Choose the value there.';
}

/** Without a selector or path of its own a stage is the one before it. */
const same = (tree: string, looked: string): boolean => tree === looked || (tree === 'input' && looked === 'afterInputPath') || (tree === 'result' && looked === 'afterResultSelector');

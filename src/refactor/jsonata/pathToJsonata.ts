import type { JsonPath, Segment, Step } from '../../expr/jsonpath/JsonPath.ts';
import { err, ok } from '../../lib/Result.ts';
import { BY_HAND, type Converted, type Expression } from './Converted.ts';
import { filterToJsonata } from './filterToJsonata.ts';
import { jsonataLiteral } from './jsonataLiteral.ts';
import { withName } from './withName.ts';

const FUNCTIONS: { readonly [name: string]: string } = { length: '$count', size: '$count', min: '$min', max: '$max', sum: '$sum', avg: '$average' };

/** The path as far as it is written. */
interface Written {
  readonly text: string;
  /** JSONPath gives a list from here on, an empty one too. */
  readonly several: boolean;
  readonly remarks: readonly string[];
}

/**
 * The JSONata expression that gives what a JSONPath gives, wherever that path finds something.
 * Where it finds nothing the two languages differ: AWS fails a JSONPath and a JSONata that gives nothing with different
 * errors, and an index past the end is `null` in a JSONPath payload template but nothing in JSONata.
 * @param data what `$` stands for, as JSONata that can begin a path
 */
export function pathToJsonata(path: JsonPath, data: string): Converted {
  let written: Written = { text: rootText(path, data), several: false, remarks: [] };
  for (const [at, step] of path.steps.entries()) {
    const next = withStep(written, step, { path, data, before: path.steps[at - 1], last: at === path.steps.length - 1 });
    if (!next.ok) return next;
    written = next.value;
  }
  return ok(finished(written, path));
}

const rootText = ({ root }: JsonPath, data: string): string => {
  if (root.kind === 'variable') return `$${root.name}`;
  return root.kind === 'context' ? '$states.context' : data;
};

/** The brackets keep a list a list: JSONata makes a single value of one of one item, and nothing of an empty one. */
function finished({ text, several, remarks }: Written, path: JsonPath): Expression {
  const last = path.steps.at(-1)?.segment;
  if (several) {
    const joins = last?.kind === 'wildcard' ? [] : [`Where ${path.text} finds lists, JSONata joins them into one.`];
    return { text: `[${text}]`, gives: 'list', remarks: [...remarks, ...joins] };
  }
  return last?.kind === 'function' ? { text, gives: 'number', remarks } : { text, remarks };
}

interface Around {
  readonly path: JsonPath;
  readonly data: string;
  readonly before: Step | undefined;
  readonly last: boolean;
}

function withStep(written: Written, { descend, segment }: Step, around: Around): Converted<Written> {
  const refuse = (what: string): Converted<Written> => err({ reason: `${around.path.text} ${what}.`, nextStep: BY_HAND });
  const { text, several, remarks } = written;
  if (descend && segment.kind !== 'name') return refuse('looks for more than a name at every depth');
  switch (segment.kind) {
    case 'name': {
      const named = withName(descend ? `${text}.**` : text, segment.name, several || descend);
      return named === null ? refuse(`reads a member named ${JSON.stringify(segment.name)}, which JSONata has no way to write here`) : ok({ ...written, text: named, several: several || descend });
    }
    case 'index':
      // The parentheses end the path: within one, JSONata takes the index in every list it comes by.
      return several ? refuse('takes an index in each of several lists') : ok({ ...written, text: `(${text})[${segment.index}]` });
    case 'wildcard':
      if (/\.\*/.test(around.path.text)) return refuse('takes the values of an object');
      return several && around.before?.segment.kind !== 'name' ? refuse('goes through lists within lists') : ok({ ...written, several: true, remarks: [...remarks, `Where ${around.path.text} meets an object, [*] takes its values; JSONata takes the object itself.`] });
    case 'slice':
    case 'indexes': {
      const indexes = indexesOf(segment);
      if (indexes !== null) return ok({ ...written, text: `${text}[${indexes}]`, several: true });
      const part = segment.kind === 'slice' && !several ? sliced(text, segment) : null;
      return part === null ? refuse('takes a part of a list that JSONata has no short way to write') : ok({ ...written, text: part, several: true });
    }
    case 'filter': {
      const test = filterToJsonata(segment.test, around.path, around.data);
      return test.ok ? ok({ text: `${text}[${test.value.text}]`, several: true, remarks: [...remarks, ...test.value.remarks] }) : test;
    }
    case 'names':
      return several ? refuse('takes several names from each of several objects') : ok({ ...written, text: `$merge([$sift(${text}, function($value, $name) { $name in ${jsonataLiteral([...segment.names])} })])` });
    case 'function': {
      const name = FUNCTIONS[segment.name];
      if (name === undefined || segment.args.length > 0 || !around.last) return refuse(`uses the function ${segment.name}()`);
      const counts = name === '$count' ? [`${around.path.text} also counts the letters of a text and the members of an object; $count counts the items of a list.`] : [];
      return ok({ text: `${name}(${text})`, several: false, remarks: [...remarks, ...counts] });
    }
  }
}

/** A part of a list that goes to its end, or to so many before that. Null: both ends are said, which is for `indexesOf`. */
function sliced(list: string, { from, to }: Extract<Segment, { kind: 'slice' }>): string | null {
  if (to === null) return from === null || from === 0 ? list : `$filter(${list}, function($item, $at) { $at >= ${from} })`;
  return from === null && to < 0 ? `$filter(${list}, function($item, $at, $all) { $at < $count($all) - ${-to} })` : null;
}

/** The places that a slice or a list of indexes takes, as JSONata. Null where the end of the list must be known, or AWS takes none or odd ones. */
function indexesOf(segment: Extract<Segment, { kind: 'slice' | 'indexes' }>): string | null {
  if (segment.kind === 'indexes') {
    const rising = segment.indexes.every((index, at) => index >= 0 && index > (segment.indexes[at - 1] ?? -1));
    return rising ? `[${segment.indexes.join(', ')}]` : null;
  }
  const { from, to } = segment;
  if (to === null) return from !== null && from < 0 ? `[${from}..-1]` : null;
  const first = from ?? 0;
  const oneSide = first < 0 ? to <= 0 : to > 0;
  return oneSide && first < to ? `[${first}..${to - 1}]` : null;
}

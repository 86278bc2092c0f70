import { describe, expect, it } from 'vitest';
import { parseJson } from '../asl/json/parseJson.ts';
import { parse } from '../asl/parse.ts';
import { runCommand } from '../asl/runCommand.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { Range, Tree } from '../asl/tree.ts';
import { embeddedIn, embeddedTokens, tokensOfText } from './embedded/embeddedIn.ts';
import { placeInText, textProblem } from './embedded/expressionProblem.ts';
import { formatEdits } from './formatEdits.ts';
import { hoverAt } from './hoverAt.ts';
import { definitionsOf, namedAt, referencesOf, renameCommand } from './navigate.ts';
import { foldsOf, symbolsOf } from './structure.ts';
import { suggestionsAt } from './suggestionsAt.ts';
import { variableIn } from './variables.ts';
import { indexStates } from '../asl/states.ts';

const MACHINE = `{
  "StartAt": "Price",
  "States": {
    "Price": { "Type": "Pass", "Assign": { "total.$": "$.price", "seen": true }, "Next": "Each" },
    "Each": {
      "Type": "Map", "ItemsPath": "$.items",
      "ItemProcessor": { "StartAt": "Own", "States": {
        "Own": { "Type": "Pass", "Assign": { "mine.$": "$total" }, "Next": "Use" },
        "Use": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $mine + $total & \\"$total\\" & function($total){$total}(1) %}", "End": true }
      } },
      "Next": "Odd"
    },
    "Odd": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% \\"a\\u00e9\\" & $total %}", "Next": "Last" },
    "Last": { "Type": "Pass", "Parameters": { "x.$": "States.Format('{} $total', $total)", "y.$": "$$.Execution.Id" }, "InputPath": "$mine", "End": true }
  }
}`;
const tree = parse(MACHINE, 'json');
const slices = (of: Tree, ranges: readonly Range[]): readonly string[] => ranges.map(({ offset, length }) => of.text.slice(offset, offset + length));
const at = (text: string, more = 0): number => MACHINE.indexOf(text) + more;

describe('namedAt', () => {
  it('goes from a reference to the state, and back to every reference', () => {
    const named = namedAt(tree, at('"Next": "Each"', 10));
    expect(named).toMatchObject({ kind: 'state', name: 'Each' });
    expect(named && definitionsOf(tree, named)).toEqual([{ offset: at('"Each": {', 1), length: 4 }]);
    expect(named && slices(tree, referencesOf(tree, named))).toEqual(['Each']);
  });

  it('finds the start of a nested scope', () => {
    expect(namedAt(tree, at('"StartAt": "Own"', 13))).toMatchObject({ kind: 'state', name: 'Own' });
  });

  it('finds a variable by its assignment and where it is read, in both languages, local names and texts left out', () => {
    const named = namedAt(tree, at('"total.$"', 3));
    expect(named).toMatchObject({ kind: 'variable', name: 'total' });
    const uses = named ? referencesOf(tree, named) : [];
    expect(slices(tree, uses).every((text) => text === 'total')).toBe(true);
    expect(uses.map(({ offset }) => MACHINE.slice(0, offset).split('\n').length)).toEqual([8, 9, 13, 14]);
  });

  it('keeps a name inside an iteration to itself', () => {
    const { byId } = indexStates(tree);
    const use = byId.get('Use' as never);
    const last = byId.get('Last' as never);
    expect(use && variableIn(tree, use, 'mine')).toMatchObject({ name: 'mine' });
    expect(last && variableIn(tree, last, 'mine')).toBeNull();
  });
});

describe('renameCommand', () => {
  const rename = (from: string, to: string, more = 0): string => {
    const named = namedAt(tree, at(from, more));
    if (!named) throw new Error('nothing is named there');
    const run = runCommand(tree, renameCommand(named, to));
    return run.ok ? applyEdits(MACHINE, run.value.edits) : run.error.kind;
  };

  it('renames a variable in assignments, paths, calls and expressions', () => {
    const text = rename('"total.$"', 'sum', 3);
    expect(text).toContain('"sum.$": "$.price"');
    expect(text).toContain('"mine.$": "$sum"');
    expect(text).toContain(`States.Format('{} $total', $sum)`);
    expect(text).toContain('& $sum %}');
  });

  it('renames a state', () => {
    expect(rename('"Odd": {', 'Even', 2)).toContain('"Next": "Even"');
  });

  it.each([['1st', 'name-invalid'], ['states', 'name-invalid'], ['seen', 'name-taken'], ['x'.repeat(81), 'name-too-long']])('refuses $%s', (to, kind) => {
    expect(rename('"total.$"', to, 3)).toBe(kind);
  });
});

describe('hoverAt', () => {
  it.each([
    ['"ItemsPath"', 2, 'ItemsPath', 'Where the list stands in the input.'],
    ['"Map"', 2, 'Map', 'Runs the same steps for each item of a list.'],
    ['"Next": "Odd"', 10, 'Odd', 'Pass'],
    ['States.Format(', 3, "States.Format('{}', values…)", 'Puts the values where the text says {}.'],
    ['$$.Execution.Id', 14, '$$.Execution.Id', 'The ARN of the execution.'],
    ['$total", "y', 0, '', ''],
    ['"mine.$"', 3, '$mine', 'A variable, assigned by Own.'],
  ])('%s + %i', (text, more, heading, says) => {
    const hover = MACHINE.includes(text) ? hoverAt(tree, at(text, more)) : null;
    expect([hover?.heading ?? '', hover?.lines[0] ?? '']).toEqual([heading, says]);
  });
});

describe('texts inside texts', () => {
  it('places every token where it stands, escapes counted', () => {
    const odd = embeddedIn(tree).find(({ node }) => node.value.includes('é'));
    const tokens = odd ? embeddedTokens(tree, odd.node, 100) : [];
    expect(slices(tree, tokens)).toEqual(['{%', '\\"a\\u00e9\\"', '&', '$total', '%}']);
    expect(tokens.map(({ kind }) => kind)).toEqual(['delimiter', 'string', 'operator', 'variable', 'delimiter']);
  });

  it.each([
    ['{% $a + %}', 'jsonata', '%'], ['{% ("x" %}', 'jsonata', '%'], ['{% [1, 2}] %}', 'jsonata', '}'],
    ['$.a[', 'path', '['], ['States.Nope(1)', 'template', 'States'], ['$.a..', 'path', '.'], ['$.a[*]', 'reference', '$'],
  ] as const)('%s as %s fails at %s', (value, use, where) => {
    const text = JSON.stringify({ before: 'é', x: value });
    const document = parse(text, 'json');
    const node = document.root?.kind === 'object' ? document.root.members[1]?.value : undefined;
    const problem = textProblem(use, value);
    expect(problem).not.toBeNull();
    if (node?.kind !== 'string' || !problem) return;
    expect(slices(document, [placeInText(document, node, problem.at)])).toEqual([where]);
  });

  it('never throws and covers no character twice, whatever is typed', () => {
    for (const text of ['{% $ %}', '{% `a %}', '{% /x/i ~> $f() %}', '{% "a\\ %}', '$$..[?(@.a == ', "States.Format('", '']) {
      let end = 0;
      for (const { at: from, length } of tokensOfText(text.startsWith('{%') ? 'jsonata' : 'template', text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        end = from + length;
      }
    }
  });
});

describe('structure', () => {
  it('nests the states of the outline and folds by brackets', () => {
    expect(symbolsOf(tree).map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([['Price', []], ['Each', ['Own', 'Use']], ['Odd', []], ['Last', []]]);
    expect(foldsOf(tree)).toEqual([{ start: 1, end: 15 }, { start: 3, end: 14 }, { start: 5, end: 11 }, { start: 7, end: 9 }]);
  });

  it('formats without touching what a deployment tool fills in, comments or spellings', () => {
    const source = parse('{ // why\n"a":${Name},"b":[1.0,${X}],\n\n"c":{"d":1e3}}', 'json');
    const text = applyEdits(source.text, formatEdits(source, { tabSize: 2, insertSpaces: true }));
    expect(text).toContain('${Name}');
    expect(text).toContain('1.0');
    expect(text).toContain('// why');
    expect(text.split('\n').length).toBeGreaterThan(6);
    expect(parse(text, 'json').problems.filter(({ fatal }) => fatal)).toEqual([]);
  });
});

it('answers at every offset of a half-typed text without throwing', () => {
  for (let cut = 0; cut < MACHINE.length; cut += 37) {
    const half = parse(MACHINE.slice(0, cut), 'json');
    for (const caret of [cut, cut >> 1]) {
      expect(Array.isArray(suggestionsAt(half, caret))).toBe(true);
      hoverAt(half, caret);
    }
  }
});

describe('renaming a variable that expressions shadow', () => {
  const machineOf = (Output: string, more = ''): string => `{
  "QueryLanguage": "JSONata", "StartAt": "Set",
  "States": {
    "Set": { "Type": "Pass", "Assign": { "count": 1 }, "Next": "Use" },
    "Use": { "Type": "Pass", "Output": ${JSON.stringify(Output)}${more}, "End": true }
  }
}`;
  function renamed(text: string, to: string) {
    const parsed = parseJson(text);
    const named = namedAt(parsed, text.indexOf('"count"') + 2);
    const run = named && runCommand(parsed, renameCommand(named, to));
    if (!run) throw new Error('no variable is there');
    return run.ok ? { text: applyEdits(text, run.value.edits), remarks: run.value.edit.remarks?.map(({ message }) => message) } : run.error.kind;
  }

  it('leaves alone what the expression binds itself', () => {
    expect(renamed(machineOf('{% [$count, $map([1], function($count) { $count }), ($count := $count + 1; $count)] %}'), 'n')).toMatchObject({
      text: machineOf('{% [$n, $map([1], function($count) { $count }), ($count := $n + 1; $count)] %}').replace('"count"', '"n"'),
    });
  });

  it.each([
    ['{% $map([1], function($n) { $n + $count }) %}', 'n', 'name-captured'],
    ['{% $sum([$count]) %}', 'sum', 'name-taken'],
  ])('refuses in %s to call it %s', (expression, to, kind) => {
    expect(renamed(machineOf(expression), to)).toBe(kind);
  });

  it('says where names are computed', () => {
    expect(renamed(machineOf('{% $count %}', ', "Assign": "{% $states.input %}"'), 'n')).toMatchObject({ remarks: ['Assign of "Use" is an expression as a whole: look whether it sets $count too.'] });
  });
});

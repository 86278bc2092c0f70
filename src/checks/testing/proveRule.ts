import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../asl/textEdits.ts';
import { parse } from '../../asl/parse.ts';
import { patch } from '../../asl/patch.ts';
import type { JsonObject } from '../../lib/Json.ts';
import { machineOf, type CheckRule } from '../CheckRule.ts';
import { fixCommand } from '../fixCommand.ts';
import type { Problem } from '../problem.ts';
import { problemsOf } from '../problems.ts';

export interface Cases {
  /** What it is -> a definition the rule has nothing to say about. */
  readonly silent?: { readonly [what: string]: JsonObject };
  readonly fires?: { readonly [what: string]: JsonObject };
}

const textOf = (example: JsonObject): string => JSON.stringify(machineOf(example), null, 2);
const found = (text: string): readonly Problem[] => problemsOf(parse(text, 'json'));

/** The tests that every rule has: its examples prove it, its fix cures, and near misses leave it silent. */
export function proveRule(rule: CheckRule, { silent = {}, fires = {} }: Cases = {}): void {
  const said = (example: JsonObject): readonly Problem[] => found(textOf(example)).filter(({ code }) => code === rule.id);
  describe(rule.id, () => {
    it('speaks of its bad example, at a place in the text', () => {
      const text = textOf(rule.example.bad);
      const problems = said(rule.example.bad);
      expect(problems.map(({ severity }) => severity)).toContain(rule.severity);
      for (const { offset, length } of problems) expect(text.slice(offset, offset + length)).toHaveLength(length);
    });

    it('has nothing to say about its good example, nor has any rule an error to report there', () => {
      expect(said(rule.example.good)).toEqual([]);
      expect(found(textOf(rule.example.good)).filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    it.each(rule.fix ? ['one edit'] : [])('is silent after its fix, %s that leaves a definition AWS can read', () => {
      const text = textOf(rule.example.bad);
      const tree = parse(text, 'json');
      const fixable = said(rule.example.bad).filter(({ fix }) => fix !== undefined);
      expect(fixable.length).toBeGreaterThan(0);
      const edit = fixCommand(fixable)(tree);
      if (!edit.ok) throw new Error(edit.error.message);
      const edits = patch(tree, edit.value.ops);
      if (!edits.ok) throw new Error(edits.error.message);
      const after = found(applyEdits(text, edits.value));
      expect(after.filter(({ code, fix }) => code === rule.id && fix !== undefined)).toEqual([]);
      expect(after.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(found(text).filter(({ severity }) => severity === 'error').length);
    });

    it.each(Object.entries(silent))('says nothing about %s', (_what, example) => {
      expect(said(example)).toEqual([]);
    });

    it.each(Object.entries(fires))('speaks of %s', (_what, example) => {
      expect(said(example)).not.toEqual([]);
    });
  });
}

import { ROOT } from '../../asl/pointer.ts';
import { stateAtOffset } from '../../asl/states.ts';
import type { ParseProblem } from '../../asl/tree.ts';
import { problem, type Rule, type Severity } from '../problem.ts';

/** What is readable but not strict JSON. Export leaves comments and trailing commas out, so they stop nobody. */
const HARMLESS: { readonly [code: string]: Severity } = {
  comment: 'info',
  'trailing-comma': 'info',
  'byte-order-mark': 'info',
  'duplicate-key': 'warning',
  'control-character': 'warning',
  'lone-surrogate': 'warning',
};

/** Placeholders have a rule of their own, which says each name once. */
export const parseProblems: Rule = ({ tree }) =>
  tree.problems
    .filter((found) => found.code !== 'placeholder')
    .map((found) => {
      const state = stateAtOffset(tree, found.offset);
      const place = { offset: found.offset, length: found.length, pointer: state?.pointer ?? ROOT, ...(state && { state: state.id }) };
      return problem(severityOf(found), found.code, place, found.message);
    });

const severityOf = (found: ParseProblem): Severity => (found.fatal ? 'error' : (HARMLESS[found.code] ?? 'warning'));

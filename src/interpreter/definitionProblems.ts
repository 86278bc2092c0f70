import { offsetAt } from '../asl/lines.ts';
import { pointerOf, ROOT, segmentsOf } from '../asl/pointer.ts';
import { indexStates, type StateEntry } from '../asl/states.ts';
import { toJson } from '../asl/toJson.ts';
import type { Tree } from '../asl/tree.ts';
import type { Diagnostic } from '../checks/definition/Diagnostic.ts';
import { validateSchema } from '../checks/definition/validateSchema.ts';
import { hasPlaceholder, hasUnknownMembers, isUnknown, type Problem } from '../checks/problem.ts';
import { problemsOf } from '../checks/problems.ts';
import { parseJsonText } from '../lib/jacksonError.ts';
import { placeOfLocation } from './placeOfLocation.ts';
import { diagnoseText } from './validateDefinition.ts';

type Type = 'STANDARD' | 'EXPRESS';

/** What AWS says, under AWS's codes, and after it what only we say, in the order of the document. Nothing is told twice. */
export function definitionProblems(tree: Tree, type: Type = 'STANDARD'): readonly Problem[] {
  const said = awsProblems(tree, type);
  const broken = tree.problems.some(({ fatal }) => fatal);
  const ours = problemsOf(tree).filter((problem) => !(broken && said.length > 0 && problem.severity === 'error') && !isDouble(problem, said, tree));
  return [...said.map(({ problem }) => problem), ...ours].toSorted((a, b) => a.offset - b.offset);
}

interface Said {
  readonly problem: Problem;
  readonly diagnostic: Diagnostic;
  /** Of the name and of the value that the diagnostic is about. */
  readonly offsets: readonly number[];
}

function awsProblems(tree: Tree, type: Type): readonly Said[] {
  if (tree.format === 'json' && tree.problems.some(({ fatal }) => fatal)) return unreadable(tree, type);
  if (tree.root === null) return tree.format === 'json' ? unreadable(tree, type) : [];
  const uncertain = hasUnknownMembers(tree.root);
  const seen = new Map<string, number>();
  return validateSchema(toJson(tree.root), type).flatMap((diagnostic) => (uncertain ? [] : placed(tree, diagnostic, seen)));
}

/** AWS's own line and column, as its parser counts them. */
function unreadable(tree: Tree, type: Type): readonly Said[] {
  const parsed = parseJsonText(tree.text);
  return diagnoseText(tree.text, type).slice(0, 1).map((diagnostic) => {
    const offset = parsed.ok ? 0 : offsetAt(tree.text, parsed.error);
    return said(diagnostic, { offset, length: 1, pointer: ROOT }, [offset]);
  });
}

const said = (diagnostic: Diagnostic, place: Pick<Problem, 'offset' | 'length' | 'pointer' | 'state'>, offsets: readonly number[]): Said => ({
  diagnostic,
  offsets,
  problem: { severity: diagnostic.severity === 'ERROR' ? 'error' : 'warning', code: diagnostic.code, message: diagnostic.message, ...place },
});

function placed(tree: Tree, diagnostic: Diagnostic, seen: Map<string, number>): readonly Said[] {
  const { location } = diagnostic;
  if (location === undefined) {
    const state = stateNamed(tree, diagnostic, seen);
    return [said(diagnostic, state ? { ...state.member.key, pointer: state.pointer, state: state.id } : { offset: tree.root?.offset ?? 0, length: 1, pointer: ROOT }, state ? [state.member.key.offset] : [])];
  }
  const { pointer, value, key, whole } = placeOfLocation(tree, location);
  // Filled in when the definition is deployed, so AWS will see something else.
  if (isUnknown(value ?? undefined) || hasPlaceholder(diagnostic.message) || (value !== null && hasUnknownMembers(value))) return [];
  const inside = value?.kind === 'object' || value?.kind === 'array' || !whole;
  const mark = inside && key ? key : (value ?? { offset: 0, length: 1 });
  const state = stateAround(tree, pointer);
  const place = { offset: mark.offset, length: inside && !key ? 1 : mark.length, pointer, ...(state && { state: state.id }) };
  return [said(diagnostic, place, [mark.offset, ...(key ? [key.offset] : []), ...(value ? [value.offset] : [])])];
}

/** AWS tells some findings without a place, but with the name of the state. Each repetition of a name is the next one of it. */
function stateNamed(tree: Tree, { code, message }: Diagnostic, seen: Map<string, number>): StateEntry | undefined {
  if (code !== 'DUPLICATE_STATE_NAME' && code !== 'INVALID_STATE_NAME') return undefined;
  const name = message.slice(message.indexOf(': ') + 2);
  const nth = (seen.get(`${code}${name}`) ?? 0) + 1;
  seen.set(`${code}${name}`, nth);
  return indexStates(tree).all.filter((state) => state.name === name)[code === 'DUPLICATE_STATE_NAME' ? nth : nth - 1];
}

function stateAround(tree: Tree, pointer: string): StateEntry | undefined {
  const { byPointer } = indexStates(tree);
  for (let way = segmentsOf(pointer as Problem['pointer']); way.length > 0; way = way.slice(0, -1)) {
    const state = byPointer.get(pointerOf(way));
    if (state) return state;
  }
  return undefined;
}

/** What AWS does not look at when a definition is saved, or what it takes. */
const ONLY_OURS = new Set(['no-default', 'placeholder', 'too-large']);
const AWS_CODE: { readonly [ours: string]: string } = { 'duplicate-state-name': 'DUPLICATE_STATE_NAME', 'long-name': 'INVALID_STATE_NAME', 'empty-name': 'INVALID_STATE_NAME', 'no-end-state': 'MISSING_END_STATE' };

/** The same finding: of the same place, or of a field that AWS names at its state. */
function isDouble(problem: Problem, all: readonly Said[], tree: Tree): boolean {
  if (ONLY_OURS.has(problem.code) || (problem.severity !== 'error' && problem.code !== 'unreachable')) return false;
  const state = problem.state === undefined ? undefined : indexStates(tree).byId.get(problem.state);
  const field = segmentsOf(problem.pointer).at(-1) ?? '';
  return all.some(({ problem: aws, diagnostic, offsets }) => {
    if (AWS_CODE[problem.code] !== undefined) return AWS_CODE[problem.code] === diagnostic.code && aws.state === problem.state;
    if (aws.pointer === problem.pointer && (problem.state !== undefined || problem.pointer !== ROOT || offsets.length > 0)) return true;
    if (offsets.includes(problem.offset)) return true;
    return state !== undefined && aws.pointer === state.pointer && field !== '' && aws.message.split(/[^\w.$]+/).includes(field);
  });
}

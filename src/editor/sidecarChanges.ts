import type { SidecarChange } from '../asl/operations.ts';
import type { StateName } from '../asl/names.ts';
import { renameInSuite } from '../suite/renameInSuite.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Sidecar } from './sidecar.ts';

/** The members that have one entry for each state. */
const TABLES = ['inputs', 'variables', 'contexts', 'mocks', 'conditions', 'definitions', 'inspectionLevels', 'folded'] as const satisfies readonly (keyof Sidecar)[];

/** Takes changes back: what was typed since stays, and what a removal took returns unless something new stands there. */
export function undoSidecar(sidecar: Sidecar, changes: readonly SidecarChange[], before: Sidecar): Sidecar {
  const undone = changes.toReversed().reduce((now, change) => undoOne(now, change, before), sidecar);
  // A test may have named the new state before there was one: where nothing was typed since, the text is the very one of before.
  const untouched = before.tests !== undefined && sidecar.tests === changeSidecar(before, changes).tests;
  return untouched && before.tests !== undefined ? { ...undone, tests: before.tests } : undone;
}

function undoOne(sidecar: Sidecar, change: SidecarChange, before: Sidecar): Sidecar {
  switch (change.kind) {
    case 'rename-state':
      return renameIn(sidecar, change.to, change.from);
    case 'remove-state':
      return eachTable(sidecar, (table, name) => putBack(table, before[name], change.state));
    default:
      return unreachable(change);
  }
}

type ByState = { readonly [state: StateName]: unknown };

function putBack(table: ByState, before: ByState, state: StateName): ByState {
  const value = Object.hasOwn(before, state) && !Object.hasOwn(table, state) ? before[state] : undefined;
  return value === undefined ? table : { ...table, [state]: value };
}

/** Lets the sidecar follow a command; nothing to change gives the same object. */
export const changeSidecar = (sidecar: Sidecar, changes: readonly SidecarChange[]): Sidecar => changes.reduce(changeOne, sidecar);

function changeOne(sidecar: Sidecar, change: SidecarChange): Sidecar {
  switch (change.kind) {
    case 'rename-state':
      return renameIn(sidecar, change.from, change.to);
    case 'remove-state':
      return eachTable(sidecar, (table) => without(table, change.state));
    default:
      return unreachable(change);
  }
}

function eachTable(sidecar: Sidecar, change: (table: ByState, name: (typeof TABLES)[number]) => ByState): Sidecar {
  const changed = TABLES.flatMap((name) => {
    const table = change(sidecar[name], name);
    return table === sidecar[name] ? [] : [[name, table] as const];
  });
  // Each table keeps its own kind of values: they are only moved, taken out and put back.
  return changed.length === 0 ? sidecar : { ...sidecar, ...Object.fromEntries(changed) };
}

function renameIn(sidecar: Sidecar, from: StateName, to: StateName): Sidecar {
  const next = eachTable(sidecar, (table) => renamed(table, from, to));
  const conditions = renamedCause(next.conditions, from, to);
  const tests = next.tests === undefined ? undefined : renameInSuite(next.tests, from, to);
  if (conditions === next.conditions && tests === next.tests) return next;
  return { ...next, conditions, ...(tests === undefined ? {} : { tests }) };
}

/** The state inside a Map or Parallel that is said to have failed. */
function renamedCause(conditions: Sidecar['conditions'], from: StateName, to: StateName): Sidecar['conditions'] {
  const entries = Object.entries(conditions);
  if (!entries.some(([, { errorCausedByState }]) => errorCausedByState === from)) return conditions;
  return Object.fromEntries(entries.map(([state, one]) => [state, one.errorCausedByState === from ? { ...one, errorCausedByState: to } : one]));
}

function renamed(table: ByState, from: StateName, to: StateName): ByState {
  if (!Object.hasOwn(table, from)) return table;
  return Object.fromEntries(Object.entries(table).map(([state, value]) => [state === from ? to : state, value]));
}

function without(table: ByState, state: StateName): ByState {
  if (!Object.hasOwn(table, state)) return table;
  return Object.fromEntries(Object.entries(table).filter(([name]) => name !== state));
}

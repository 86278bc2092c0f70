import type { SidecarChange } from '../asl/operations.ts';
import type { StateName } from '../asl/names.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Sidecar } from './sidecar.ts';

/** Takes changes back: what was typed since stays, and what a removal took returns unless something new stands there. */
export const undoSidecar = (sidecar: Sidecar, changes: readonly SidecarChange[], before: Sidecar): Sidecar =>
  changes.toReversed().reduce((now, change) => undoOne(now, change, before), sidecar);

function undoOne(sidecar: Sidecar, change: SidecarChange, before: Sidecar): Sidecar {
  switch (change.kind) {
    case 'rename-state':
      return eachTable(sidecar, (table) => renamed(table, change.to, change.from));
    case 'remove-state':
      return {
        ...sidecar,
        inputs: putBack(sidecar.inputs, before.inputs, change.state),
        variables: putBack(sidecar.variables, before.variables, change.state),
        mocks: putBack(sidecar.mocks, before.mocks, change.state),
        inspectionLevels: putBack(sidecar.inspectionLevels, before.inspectionLevels, change.state),
        folded: putBack(sidecar.folded, before.folded, change.state),
      };
    default:
      return unreachable(change);
  }
}

function putBack<T>(table: ByState<T>, before: ByState<T>, state: StateName): ByState<T> {
  const value = Object.hasOwn(before, state) && !Object.hasOwn(table, state) ? before[state] : undefined;
  return value === undefined ? table : { ...table, [state]: value };
}

type ByState<T> = { readonly [state: StateName]: T };

/** Lets the sidecar follow a command; nothing to change gives the same object. */
export const changeSidecar = (sidecar: Sidecar, changes: readonly SidecarChange[]): Sidecar => changes.reduce(changeOne, sidecar);

function changeOne(sidecar: Sidecar, change: SidecarChange): Sidecar {
  switch (change.kind) {
    case 'rename-state':
      return eachTable(sidecar, (table) => renamed(table, change.from, change.to));
    case 'remove-state':
      return eachTable(sidecar, (table) => without(table, change.state));
    default:
      return unreachable(change);
  }
}

function eachTable(sidecar: Sidecar, change: <T>(table: ByState<T>) => ByState<T>): Sidecar {
  const { inputs, variables, mocks, inspectionLevels, folded } = sidecar;
  const next = { ...sidecar, inputs: change(inputs), variables: change(variables), mocks: change(mocks), inspectionLevels: change(inspectionLevels), folded: change(folded) };
  const same = next.inputs === inputs && next.variables === variables && next.mocks === mocks && next.inspectionLevels === inspectionLevels && next.folded === folded;
  return same ? sidecar : next;
}

function renamed<T>(table: ByState<T>, from: StateName, to: StateName): ByState<T> {
  if (!Object.hasOwn(table, from)) return table;
  return Object.fromEntries(Object.entries<T>(table).map(([state, value]) => [state === from ? to : state, value]));
}

function without<T>(table: ByState<T>, state: StateName): ByState<T> {
  if (!Object.hasOwn(table, state)) return table;
  return Object.fromEntries(Object.entries<T>(table).filter(([name]) => name !== state));
}

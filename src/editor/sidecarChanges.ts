import type { SidecarChange } from '../asl/operations.ts';
import type { StateName } from '../asl/names.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Sidecar } from './sidecar.ts';

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
  const next = { ...sidecar, inputs: change(sidecar.inputs), variables: change(sidecar.variables), mocks: change(sidecar.mocks), inspectionLevels: change(sidecar.inspectionLevels) };
  const same = next.inputs === sidecar.inputs && next.variables === sidecar.variables && next.mocks === sidecar.mocks && next.inspectionLevels === sidecar.inspectionLevels;
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

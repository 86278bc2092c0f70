import { useRef, useState } from 'react';
import type { StateEntry } from '../../asl/states.ts';
import { toJson } from '../../asl/toJson.ts';
import type { Json } from '../../lib/Json.ts';
import { useApply } from './useApply.ts';
import { otherForm, readValue, toggleCommand, type Mode, type ReadValue, type ValueSpec } from './valueForm.ts';

/** The form a value has, and the way to its other one; what stood in the other form comes back with it. */
export function useMode(entry: StateEntry, spec: ValueSpec): ReadValue & { readonly toggle: () => void; readonly error: string | null } {
  const { error, apply } = useApply();
  const read = readValue(entry, spec);
  const [asked, setAsked] = useState<Mode | null>(null);
  const kept = useRef<{ readonly mode: Mode; readonly value: Json } | null>(null);
  const mode = read.node === null ? (asked ?? 'literal') : read.mode;
  const path = read.node === null && mode === 'expression' && entry.language === 'JSONPath' && spec.twin ? spec.twin : read.path;
  const toggle = (): void => {
    const to: Mode = mode === 'literal' ? 'expression' : 'literal';
    setAsked(to);
    if (read.node === null) return;
    const value = kept.current?.mode === to ? kept.current.value : otherForm(entry, spec, to);
    kept.current = { mode, value: toJson(read.node) };
    apply(toggleCommand(entry, spec, to, value));
  };
  const twice = read.twice ? `Both ${spec.path.join('.')} and ${(spec.twin ?? []).join('.')} stand here, and only one may. The toggle beside the name keeps the other one.` : null;
  return { ...read, mode, path, toggle, error: error ?? twice };
}

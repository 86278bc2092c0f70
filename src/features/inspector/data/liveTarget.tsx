import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { FieldPath } from '../../../asl/commands/setField.ts';
import type { StateId } from '../../../asl/names.ts';

/** The field that had the focus last, and what stands in it as it is typed. */
export interface LiveTarget {
  readonly state: StateId;
  readonly key: string;
  readonly path: FieldPath;
  readonly label: string;
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  readonly text: string;
  /** An expression may stand for all of the field. */
  readonly bare: boolean;
  /** What is no expression in it is a text, written without quotes. */
  readonly plain: boolean;
}

interface Targets {
  readonly target: LiveTarget | null;
  readonly setTarget: (target: LiveTarget | null) => void;
}

const TargetContext = createContext<Targets>({ target: null, setTarget: () => undefined });

/** Around the form of one state: its fields and its data meet here. */
export function LiveTargets({ children }: { readonly children: ReactNode }) {
  const [target, setTarget] = useState<LiveTarget | null>(null);
  return <TargetContext value={useMemo(() => ({ target, setTarget }), [target])}>{children}</TargetContext>;
}

export const useLiveTarget = (): Targets => use(TargetContext);

import { createContext, use } from 'react';
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { Target } from '../../asl/commands/placement.ts';
import type { Pointer, StateId } from '../../asl/names.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';

/** Where a new state goes. */
export type Place =
  | { readonly kind: 'edge'; readonly edge: string; readonly field: Pointer }
  | { readonly kind: 'after'; readonly state: StateId; readonly edge?: string }
  /** On a card: behind it, before it or instead of it; a menu asks. */
  | { readonly kind: 'state'; readonly state: StateId; readonly name: string }
  /** As a command speaks of it. */
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'into'; readonly scope: Pointer; readonly node: string }
  | { readonly kind: 'canvas' };

export interface At {
  readonly x: number;
  readonly y: number;
}

/** What only the canvas itself needs to know while a gesture runs; nothing of the document. Client pixels. */
export interface CanvasUi {
  readonly drop: Place | null;
  readonly quickAdd: { readonly at: At; readonly place: Place } | null;
  /** What a drop could mean, asked where it fell. */
  readonly ask: { readonly at: At; readonly label: string; readonly entries: readonly MenuEntry[] } | null;
  readonly menu: { readonly at: At; readonly state: StateId } | null;
  readonly refusal: { readonly at: At; readonly text: string } | null;
  /** What is being dragged, and what will happen where it is let go. */
  readonly moving: { readonly name: string; readonly at: At } | null;
  /** The end of an arrow under way; the other end stays. */
  readonly wire: { readonly from: At; readonly to: At } | null;
  /** The card that Tab reaches. */
  readonly active: StateId | null;
  readonly connecting: boolean;
  readonly minimap: boolean;
}

export type CanvasUiStore = StoreApi<CanvasUi>;

export const createCanvasUi = (): CanvasUiStore =>
  createStore<CanvasUi>(() => ({ drop: null, quickAdd: null, ask: null, menu: null, refusal: null, moving: null, wire: null, active: null, connecting: false, minimap: true }));

export const CanvasUiContext = createContext<CanvasUiStore | null>(null);

export function useCanvasUiStore(): CanvasUiStore {
  const store = use(CanvasUiContext);
  if (!store) throw new Error('The canvas parts are drawn outside the canvas.');
  return store;
}

export const useCanvasUi = <T>(select: (ui: CanvasUi) => T): T => useStore(useCanvasUiStore(), select);

export const samePlace = (a: Place | null, b: Place | null): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

import { createContext, use } from 'react';
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { Pointer, StateId } from '../../asl/names.ts';

/** Where a new state goes. */
export type Place =
  | { readonly kind: 'edge'; readonly edge: string; readonly field: Pointer }
  | { readonly kind: 'after'; readonly state: StateId; readonly edge?: string }
  | { readonly kind: 'into'; readonly scope: Pointer; readonly node: string }
  | { readonly kind: 'canvas' };

export interface At {
  readonly x: number;
  readonly y: number;
}

/** What only the canvas itself needs to know while a gesture runs; nothing of the document. Client pixels. */
export interface CanvasUi {
  readonly drop: Place | null;
  readonly quickAdd: { readonly at: At; readonly place: Place; readonly connectFrom?: StateId } | null;
  readonly menu: { readonly at: At; readonly state: StateId } | null;
  readonly refusal: { readonly at: At; readonly text: string } | null;
  /** A card that is being dragged to another place. */
  readonly moving: { readonly name: string; readonly at: At } | null;
  /** The card that Tab reaches. */
  readonly active: StateId | null;
  readonly connecting: boolean;
  readonly minimap: boolean;
}

export type CanvasUiStore = StoreApi<CanvasUi>;

export const createCanvasUi = (): CanvasUiStore =>
  createStore<CanvasUi>(() => ({ drop: null, quickAdd: null, menu: null, refusal: null, moving: null, active: null, connecting: false, minimap: true }));

export const CanvasUiContext = createContext<CanvasUiStore | null>(null);

export function useCanvasUiStore(): CanvasUiStore {
  const store = use(CanvasUiContext);
  if (!store) throw new Error('The canvas parts are drawn outside the canvas.');
  return store;
}

export const useCanvasUi = <T>(select: (ui: CanvasUi) => T): T => useStore(useCanvasUiStore(), select);

export const samePlace = (a: Place | null, b: Place | null): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

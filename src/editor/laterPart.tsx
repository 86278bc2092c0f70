import { lazy, useEffect, type ComponentType, type LazyExoticComponent } from 'react';
import type { Toast } from './EditorState.ts';
import { useActions } from './useActions.ts';

/** The bridge serves the page, and may have stopped. */
export const NOT_LOADED: Omit<Toast, 'id'> = {
  tone: 'error',
  title: 'This part of the studio could not be loaded',
  text: 'The studio does not answer. Your document is kept in this browser: start the studio again with npm start, then reload the page.',
};

/**
 * A component in a chunk of its own. One that cannot be fetched says so in its place; without this whatever is drawn around it would go too.
 */
export const laterPart = <Props,>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => ({ default: await load().catch(() => NotLoaded) }));

function NotLoaded(): null {
  const { showDialog, notify } = useActions();
  useEffect(() => {
    showDialog(null);
    notify(NOT_LOADED);
  }, [showDialog, notify]);
  return null;
}

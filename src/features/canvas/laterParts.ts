import { askOnState, drawArrow } from './drops.ts';
import { incomingFrom } from './insertables.ts';

/** What a gesture needs when it ends. */
export { askOnState, drawArrow, incomingFrom };

/** Everything of the canvas that comes later, so that it works when whoever serves the page has gone. */
export const loadAll = (): Promise<unknown> =>
  Promise.all([import('./QuickAdd.tsx'), import('./NodeMenu.tsx'), import('./AskMenu.tsx'), import('./MovingNote.tsx'), import('./Wire.tsx'), import('./EdgeEnds.tsx'), import('./RenameField.tsx')]);

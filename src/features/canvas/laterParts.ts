import { askOnState, drawArrow } from './drops.ts';
import { pageWorld } from '../../editor/palette/pageWorld.ts';
import { incomingFrom } from './incoming.ts';

/** What a gesture needs when it ends. */
export { askOnState, drawArrow, incomingFrom, pageWorld };

/** Everything of the canvas that comes later, so that it works when whoever serves the page has gone. */
export const loadAll = (): Promise<unknown> =>
  Promise.all([import('./QuickAdd.tsx'), import('./NodeMenu.tsx'), import('./AskMenu.tsx'), import('./MovingNote.tsx'), import('./Wire.tsx'), import('./EdgeEnds.tsx'), import('./RenameField.tsx')]);

import { CARD } from '../../graph/sizes.ts';
import { textWidth } from '../../graph/textWidth.ts';

/** Beside the tile: the card's width without its border, padding, tile and gap. */
const ROOM = CARD.width - 56;
/** The table is of the medium weight; bold letters are wider. */
const BOLD = 1.06;
/** What a badge takes at most, its gap included. */
const BADGE = 40;

/**
 * Whether a text on a card could be longer than its place. Only then is it cut off with an ellipsis: each clip is a property of its
 * own to the compositor, and two of them on every card were a tenth of the frame of a pan.
 */
export const mayBeCut = (text: string, sizePx: number, badges = 0): true | undefined => textWidth(text, sizePx, 'text') * BOLD > ROOM - badges * BADGE || undefined;

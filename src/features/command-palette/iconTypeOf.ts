import { STATE_TYPES } from '../../asl/names.ts';
import type { StateEntry } from '../../asl/states.ts';
import type { StateIconType } from '../../ui/StateIcon.tsx';

/** The tile for a state of the document; a type nobody knows gets the neutral one. */
export const iconTypeOf = (state: StateEntry): StateIconType => STATE_TYPES.find((type) => type === state.type) ?? 'Unknown';

import { useStore } from 'reactflow';

/** Further out a target of 24 px would cover the cards at both ends of its arrow. */
const MOST = 3;

/** How much larger a grip is drawn so that it has its 24 px on the screen whatever the zoom; in steps, so that a zoom renders little. */
export const useTargetScale = (): number => useStore(({ transform: [, , zoom] }) => Math.min(MOST, Math.max(1, Math.ceil(10 / zoom) / 10)));

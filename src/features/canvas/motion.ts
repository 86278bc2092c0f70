/** Length of a movement of the view; none for those who asked for less. */
export const motionMs = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160);

/** What stands in the place of anything a connection contributed. */
export const MASK = '••••';

// What scripts/start.mjs runs, built to dist/node/bridge.js.
export { createBridge } from './createBridge.ts';
export { startStudio } from './startStudio.ts';
export { ensureToken } from './token.ts';

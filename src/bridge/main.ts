// What scripts/start.mjs and scripts/dev.mjs run; built to dist/node/bridge.js.
export { createBridge } from './createBridge.ts';
export { startStudio } from './startStudio.ts';
export { ensureToken } from './token.ts';
export { bridgePlugin } from './vitePlugin.ts';

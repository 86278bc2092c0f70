import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { createAwsCalls } from './aws/createAwsCalls.ts';
import { createHandler } from './handler.ts';
import type { RunningSandbox } from './startStudio.ts';

export interface BridgePluginOptions {
  readonly token: string;
  readonly version: string;
  readonly sandbox?: RunningSandbox | undefined;
}

/**
 * The bridge inside Vite's own server, for `npm run dev` and `vite preview`: the same handlers and guards as in the product. Only
 * the dev server goes without the content security policy, because Vite's pages hold inline scripts.
 */
export function bridgePlugin(options: BridgePluginOptions): Plugin {
  return {
    name: 'asl-studio-bridge',
    configureServer: (server) => mount(server, options, false),
    configurePreviewServer: (server) => mount(server, options, true),
  };
}

function mount(server: ViteDevServer | PreviewServer, options: BridgePluginOptions, contentSecurityPolicy: boolean): void {
  const socket = () => addressOf(server.httpServer);
  const ownSockets = () => [socket()].filter((one) => one !== undefined);
  const handle = createHandler({
    token: options.token, version: options.version, contentSecurityPolicy,
    port: () => socket()?.port ?? 0,
    sandboxOrigin: () => options.sandbox?.origin,
    ownSockets,
    aws: createAwsCalls({ signEndpoints: [], ownSockets }),
  });
  server.middlewares.use(handle);
}

/** Undefined until it listens. */
function addressOf(server: Pick<Server, 'address'> | object | null): AddressInfo | undefined {
  const address = server !== null && 'address' in server ? server.address() : null;
  return typeof address === 'object' && address !== null ? address : undefined;
}

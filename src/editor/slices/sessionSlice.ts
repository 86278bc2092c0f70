import type { BridgeStatus, SessionSlice } from '../EditorState.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

/** Whether the bridge is there, and how autosave goes. `takeOver` is handed in by the draft session once it runs. */
export function sessionSlice({ set, get, services }: SliceContext): SliceOf<SessionSlice, 'checkBridge' | 'takeOver'> {
  const show = (bridge: BridgeStatus): void => {
    const before = get().bridge;
    if (JSON.stringify(before) !== JSON.stringify(bridge)) set({ bridge });
  };
  return {
    state: { bridge: { kind: 'checking' }, saving: { kind: 'saved', at: services.now() }, onTakeOver: null },
    actions: {
      async checkBridge() {
        const hello = await services.bridge.hello();
        if (hello.ok) {
          const { version, sandboxOrigin } = hello.value;
          return show({ kind: 'connected', version, ...(sandboxOrigin === undefined ? {} : { sandboxOrigin }) });
        }
        const { kind, message } = hello.error;
        show(kind === 'mismatch' ? { kind: 'mismatch', message } : { kind: 'absent', reason: kind, message });
      },
      takeOver: () => get().onTakeOver?.(),
    },
  };
}

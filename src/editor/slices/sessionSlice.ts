import { defaultSettings } from '../../services/settings.ts';
import type { BridgeStatus, SessionSlice } from '../EditorState.ts';
import type { SliceContext, SliceOf } from '../slice.ts';

/** Whether the bridge is there, and how autosave goes. `takeOver` is handed in by the draft session once it runs. */
export function sessionSlice({ set, get, services }: SliceContext): SliceOf<SessionSlice, 'changeSettings' | 'checkBridge' | 'takeOver'> {
  const show = (bridge: BridgeStatus): void => {
    const before = get().bridge;
    if (JSON.stringify(before) !== JSON.stringify(bridge)) set({ bridge });
  };
  return {
    state: { settings: defaultSettings, bridge: { kind: 'checking' }, saving: { kind: 'saved', at: services.now() }, onTakeOver: null },
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
      changeSettings(change) {
        set((s) => ({ settings: change(s.settings) }));
        void services.person.changeSettings(change).then((saved) => {
          if (!saved.ok) get().actions.notify({ tone: 'error', title: 'Not kept in this browser', text: saved.error.message });
        });
      },
      takeOver: () => get().onTakeOver?.(),
    },
  };
}

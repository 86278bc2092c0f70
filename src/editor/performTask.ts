import type { StateEntry } from '../asl/states.ts';
import type { TaskReply } from '../http/taskReply.ts';
import type { TaskCall } from '../interpreter/environment.ts';
import { performOnPage } from '../services/performOnPage.ts';
import type { RoleRefusal } from './EditorState.ts';
import { roleUnderTest } from './roleUnderTest.ts';
import { sendingWorld } from './sendingWorld.ts';
import type { SliceContext } from './slice.ts';

/** Carries out the task of a state under test, over the route and with every question it needs. What comes back holds no secret. */
export async function performTask(
  context: SliceContext, entry: StateEntry, call: TaskCall, signal: AbortSignal, tell: (part: { readonly refusal: RoleRefusal }) => void,
): Promise<TaskReply> {
  const { bridge, actions } = context.get();
  // What the page knows of the bridge may be some seconds old: it may have been started meanwhile.
  if (bridge.kind !== 'connected') await actions.checkBridge();
  return performOnPage(named(call, entry), { ...sendingWorld(context, entry), ...roleUnderTest(context, tell) }, signal, { revealSecrets: false });
}

/** The API calls a bare state `StateName`; sentences of ours call it what it is called. States inside a Map or Parallel have names. */
const named = (call: TaskCall, entry: StateEntry): TaskCall => (call.stateName === 'StateName' ? { ...call, stateName: entry.name } : call);

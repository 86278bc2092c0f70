import { addBranch } from '../../asl/commands/addBranch.ts';
import { addState } from '../../asl/commands/addState.ts';
import { connect } from '../../asl/commands/connect.ts';
import { disconnect } from '../../asl/commands/disconnect.ts';
import { duplicateState } from '../../asl/commands/duplicateState.ts';
import { moveSource } from '../../asl/commands/moveSource.ts';
import { moveState } from '../../asl/commands/moveState.ts';
import { pasteStates } from '../../asl/commands/pasteStates.ts';
import { removeBranch } from '../../asl/commands/removeBranch.ts';
import { removeState } from '../../asl/commands/removeState.ts';
import { setTarget } from '../../asl/commands/setTarget.ts';
import { turnInto } from '../../asl/commands/turnInto.ts';
import { unwrapState } from '../../asl/commands/unwrapState.ts';
import { wrapStates } from '../../asl/commands/wrapStates.ts';
import { copyStates } from '../../asl/copyStates.ts';

/** The commands behind gestures and menus: a chunk of their own, since the first page is looked at before it is edited. */
export const editTools = {
  addBranch, addState, connect, copyStates, disconnect, duplicateState, moveSource, moveState, pasteStates, removeBranch, removeState, setTarget, turnInto, unwrapState, wrapStates,
};

export type EditTools = typeof editTools;

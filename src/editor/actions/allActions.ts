import type { Action } from '../registry.ts';
import { copy, cut, paste, savePattern } from './clipboardActions.ts';
import { duplicate, redo, remove, undo } from './editActions.ts';
import { bridge, commandPalette, connections, exportAsl, convertFormat, fromCurl, hostMapping, iam, newConnection, openFile, settings, shortcuts, workflowToJsonata } from './fileActions.ts';
import { exportPicture, find, fitSelection, fold, foldAll, goInside, goOut, openAll, outline } from './readingActions.ts';
import { addAfter, addBranchAction, arrows, connectTo, moveTo, removeBranchAction, retarget, selectAll, statesToJsonata, turnIntoAction, unwrap, wrapInMap, wrapInParallel } from './shapeActions.ts';
import { rename, renameEverywhere, renameVariable, showInCode, startTest, testState } from './stateActions.ts';
import { changeTheme, fit, showCanvas, showCode, showProblems, showSent, showSplit, showTest, showTests, toggleInspector, togglePalette } from './viewActions.ts';

/** Everything a person can do, in the order of the command palette. */
export const allActions: readonly Action[] = [
  find, testState, startTest, rename, renameEverywhere, renameVariable, addAfter, connectTo, retarget, arrows, moveTo, turnIntoAction, wrapInParallel, wrapInMap, unwrap, addBranchAction, removeBranchAction, statesToJsonata, cut, copy, paste, duplicate, savePattern, selectAll, remove,
  showInCode, undo, redo, openFile, exportAsl, convertFormat, workflowToJsonata, exportPicture, fromCurl, newConnection, connections, hostMapping, iam, settings,
  showCanvas, showSplit, showCode, outline, fit, fitSelection, fold, foldAll, openAll, goInside, goOut, togglePalette, toggleInspector, showProblems, showTest, showTests, showSent, changeTheme, commandPalette, shortcuts, bridge,
];

import type { StateEntry } from '../../asl/states.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { isExpression } from '../problem.ts';
import { at, textsWithin } from '../stateParts.ts';
import { isPathField } from '../variables/variableUse.ts';

const READS = /\$\$\.Map\b|\$states\.context\.Map\b/;

function inMap(state: StateEntry): boolean {
  for (let outer = state.scope.parent; outer; outer = outer.scope.parent) if (outer.type === 'Map') return true;
  return false;
}

export const mapItemOutsideMap: CheckRule = {
  id: 'map-item-outside-map',
  severity: 'warning',
  title: 'There is no Map item here',
  why: 'The context holds Map.Item only for states inside a Map and for its ItemSelector. Anywhere else the path leads nowhere, and the execution fails there.',
  example: {
    bad: { A: { Type: 'Pass', Parameters: { 'n.$': '$$.Map.Item.Index' }, End: true } },
    good: { Each: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'n.$': '$$.Map.Item.Index' }, End: true } } }, End: true } },
  },
  of: 'machine',
  find: ({ index, tree }) => (!READS.test(tree.text) ? [] : index.all).flatMap((state) => (state.type === 'Map' || inMap(state) ? [] : textsWithin(state).flatMap(({ node, way, name }) => {
    const evaluated = READS.test(node.value) && (state.language === 'JSONata' ? isExpression(node.value) : isPathField(name, way.length));
    return evaluated ? [finding(at(state, node, ...way), `${JSON.stringify(state.name)} stands in no Map, so it has no item. Remove this, or move the state into the Map.`)] : [];
  }))),
};

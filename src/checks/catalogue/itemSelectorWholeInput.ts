import { memberOf, valueOf } from '../../asl/pointer.ts';
import { jsonataText } from '../../expr/jsonata/jsonataTemplate.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { at, textsWithin } from '../stateParts.ts';

export const itemSelectorWholeInput: CheckRule = {
  id: 'item-selector-whole-input',
  severity: 'info',
  title: 'Every item carries the whole input',
  why: 'A member of ItemSelector with the path $ copies the whole input of the Map, the list included, into each item. A thousand items of a list of 200 KB are 200 MB of payload, and an item with more than 256 KiB fails with States.DataLimitExceeded.',
  example: {
    bad: { Each: { Type: 'Map', ItemsPath: '$.orders', ItemSelector: { 'all.$': '$', 'order.$': '$$.Map.Item.Value' }, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ItemsPath: '$.orders', ItemSelector: { 'shop.$': '$.shop', 'order.$': '$$.Map.Item.Value' }, ItemProcessor: { StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => (state.type !== 'Map' || memberOf(state.node, 'InputPath') || memberOf(state.node, 'ItemReader') ? [] : ['ItemSelector', 'Parameters'].flatMap((field) => (valueOf(state.node, field)?.kind === 'object' ? textsWithin(state, new Set([field])) : []).flatMap(({ node, way, name }) =>
    (state.language === 'JSONPath' && name.endsWith('.$') && node.value === '$') || (state.language === 'JSONata' && jsonataText(node.value) === '$states.input')
      ? [finding(at(state, node, ...way), `Each item of ${JSON.stringify(state.name)} gets the whole input, its list included. Name the members that the items need.`)] : []))),
};

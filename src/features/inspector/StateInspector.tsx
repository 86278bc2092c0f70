import { useState } from 'react';
import { isStateType } from '../../asl/fields.ts';
import { itemsOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { type TabItem, TabPanel, Tabs } from '../../ui/Tabs.tsx';
import { ConfigurationTab } from './ConfigurationTab.tsx';
import { InputTab, OutputTab } from './DataTabs.tsx';
import { LiveTargets } from './data/liveTarget.tsx';
import { ErrorsTab } from './errors/ErrorsTab.tsx';
import { fieldsIn, TAB_LABELS, tabsOf, type FormTab } from './formFields.ts';
import { InspectorHeader } from './InspectorHeader.tsx';
import { JsonTab } from './JsonTab.tsx';
import { nodeIn } from './values.ts';
import { VariablesTab } from './variables/VariablesTab.tsx';

type TabId = FormTab | 'json';

/** One state: its form in tabs, and its JSON, which can say everything. */
export function StateInspector({ entry }: { readonly entry: StateEntry }) {
  const [wanted, setWanted] = useState<TabId>('configuration');
  const items = tabsFor(entry);
  const tab = items.some((item) => item.id === wanted) ? wanted : 'configuration';
  return (
    <LiveTargets>
      <InspectorHeader entry={entry} />
      <Tabs<TabId> label={`Parts of ${entry.name}`} tight items={items} value={tab} onChange={setWanted} data-testid="inspector.tab">
        {items.map(({ id }) => <TabPanel key={id} id={id}>{tab === id && <Part key={entry.id} tab={id} entry={entry} onJson={() => setWanted('json')} />}</TabPanel>)}
      </Tabs>
    </LiveTargets>
  );
}

function Part({ tab, entry, onJson }: { readonly tab: TabId; readonly entry: StateEntry; readonly onJson: () => void }) {
  switch (tab) {
    case 'configuration':
      return <ConfigurationTab entry={entry} onJson={onJson} />;
    case 'input':
      return <InputTab entry={entry} />;
    case 'output':
      return <OutputTab entry={entry} />;
    case 'variables':
      return <VariablesTab entry={entry} />;
    case 'errors':
      return <ErrorsTab entry={entry} />;
    case 'json':
      return <JsonTab entry={entry} />;
  }
}

function tabsFor(entry: StateEntry): readonly TabItem<TabId>[] {
  const { type, language, node } = entry;
  const json: TabItem<TabId> = { id: 'json', label: 'JSON', icon: 'code' };
  if (node.kind !== 'object' || !isStateType(type)) return [{ id: 'configuration', label: TAB_LABELS.configuration }, json];
  const inUse = (tab: FormTab): boolean => tab !== 'configuration' && fieldsIn(tab, type, language).some((field) => isUsed(entry, field));
  return [...tabsOf(type, language).map((id): TabItem<TabId> => ({ id, label: TAB_LABELS[id], ...(inUse(id) ? { dot: true } : {}) })), json];
}

/** An empty list of retriers says nothing. */
function isUsed(entry: StateEntry, field: string): boolean {
  const node = nodeIn(entry, [field]);
  return node !== null && !(node.kind === 'array' && itemsOf(valueOf(entry.node, field)).length === 0);
}

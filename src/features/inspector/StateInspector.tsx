import { useState } from 'react';
import { isStateType } from '../../asl/fields.ts';
import type { StateEntry } from '../../asl/states.ts';
import { itemsOf, valueOf } from '../../asl/pointer.ts';
import { type TabItem, TabPanel, Tabs } from '../../ui/Tabs.tsx';
import { ConfigurationTab } from './ConfigurationTab.tsx';
import { DataTab } from './DataTab.tsx';
import { ErrorsTab } from './ErrorsTab.tsx';
import { dataFields, errorFields } from './formFields.ts';
import { InspectorHeader } from './InspectorHeader.tsx';
import { JsonTab } from './JsonTab.tsx';
import { nodeIn } from './values.ts';

type TabId = 'configuration' | 'data' | 'errors' | 'json';

/** One state: its form in tabs, and its JSON, which can say everything. */
export function StateInspector({ entry }: { readonly entry: StateEntry }) {
  const [wanted, setWanted] = useState<TabId>('configuration');
  const items = tabsFor(entry);
  const tab = items.some((item) => item.id === wanted) ? wanted : 'configuration';
  return (
    <>
      <InspectorHeader entry={entry} />
      <Tabs<TabId> label={`Parts of ${entry.name}`} tight items={items} value={tab} onChange={setWanted} data-testid="inspector.tab">
        <TabPanel id="configuration">{tab === 'configuration' && <ConfigurationTab key={entry.id} entry={entry} onJson={() => setWanted('json')} />}</TabPanel>
        <TabPanel id="data">{tab === 'data' && <DataTab key={entry.id} entry={entry} />}</TabPanel>
        <TabPanel id="errors">{tab === 'errors' && <ErrorsTab key={entry.id} entry={entry} />}</TabPanel>
        <TabPanel id="json">{tab === 'json' && <JsonTab key={entry.id} entry={entry} />}</TabPanel>
      </Tabs>
    </>
  );
}

function tabsFor(entry: StateEntry): readonly TabItem<TabId>[] {
  const items: TabItem<TabId>[] = [{ id: 'configuration', label: 'Configuration' }];
  const { type, language, node } = entry;
  if (node.kind === 'object' && isStateType(type)) {
    const data = dataFields(type, language).shown;
    if (data.length > 0) items.push({ id: 'data', label: 'Data flow', dot: data.some((field) => nodeIn(entry, [field]) !== null) });
    if (errorFields(type, language).length > 0) {
      const count = itemsOf(valueOf(node, 'Retry')).length + itemsOf(valueOf(node, 'Catch')).length;
      items.push({ id: 'errors', label: 'Errors', ...(count > 0 ? { count } : {}) });
    }
  }
  return [...items, { id: 'json', label: 'JSON' }];
}

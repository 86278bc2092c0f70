import { perform, type Action } from '../editor/registry.ts';
import { useEditor, useEditorStore } from '../editor/useEditor.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { IconName } from '../ui/icons.tsx';

/** An action of the registry as an icon: name, key and the reason why not come from there. */
export function ActionButton({ action, icon }: { readonly action: Action; readonly icon: IconName }) {
  const store = useEditorStore();
  const enabled = useEditor(action.enabled);
  return (
    <IconButton icon={icon} label={action.label} keys={action.keys?.[0]} disabledReason={enabled === true ? null : enabled} onClick={() => perform(action, store.getState())} data-testid={`action.${action.id}`} />
  );
}

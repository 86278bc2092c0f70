import { type ReactNode, useRef } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './InspectorSheet.module.css';

/** On a small screen the inspector lies over the canvas, and a rail beside it opens and closes it. */
export function InspectorSheet({ children }: { readonly children: ReactNode }) {
  const open = useEditor((s) => s.inspectorOpen);
  const { toggleInspector } = useActions();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={css.rail}>
      <IconButton ref={button} icon="panel-right" label={open ? 'Hide the inspector' : 'Show the inspector'} keys="Mod+I" pressed={open} tooltipSide="left" onClick={toggleInspector} data-testid="inspector.sheet.toggle" />
      {open && (
        <div
          role="presentation"
          className={css.sheet}
          data-testid="inspector.sheet"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            event.stopPropagation();
            toggleInspector();
            button.current?.focus();
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}

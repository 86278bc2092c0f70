import { Suspense, type ComponentProps } from 'react';
import { laterPart } from '../../editor/laterPart.tsx';
import type { RenameField } from './RenameField.tsx';

const Field = laterPart(async () => (await import('./RenameField.tsx')).RenameField);

/** The field comes with the first rename; until then the name stands. */
export function LaterRenameField(props: ComponentProps<typeof RenameField>) {
  return <Suspense fallback={props.name}><Field {...props} /></Suspense>;
}

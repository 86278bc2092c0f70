import type { NodeData } from '../../graph/types.ts';
import type { IconName } from '../../ui/icons.tsx';
import { serviceGlyph } from '../../ui/serviceGlyph.ts';

/** A generic shape for the service behind a Task; types have shapes of their own. */
export function glyphOf(data: NodeData): IconName | undefined {
  if (data.type !== 'Task') return undefined;
  if (data.summary.startsWith('Function ')) return 'function';
  const service = /^([a-z0-9-]+):/i.exec(data.summary)?.[1]?.toLowerCase() ?? '';
  return serviceGlyph(service);
}

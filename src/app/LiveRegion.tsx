import { useEditor } from '../editor/useEditor.ts';

/** The one polite live region: refusals, results, undo. The id makes the same sentence be said again. */
export function LiveRegion() {
  const { id, text } = useEditor((s) => s.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid="live-region">
      <span key={id}>{text}</span>
    </div>
  );
}

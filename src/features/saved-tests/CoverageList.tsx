import { useEffect, useMemo } from 'react';
import type { SavedTests } from '../../editor/savedTests/savedTestsOf.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { coverageOf } from '../../suite/coverage.ts';
import { coverageCounts, waySaid } from '../../suite/coverageLines.ts';
import css from './SavedTests.module.css';

/** What the last results came by, and what they did not; while it is shown, the canvas marks those states. */
export function CoverageList({ saved: { definition } }: { readonly saved: SavedTests }) {
  const results = useEditor((s) => s.savedResults);
  const { showUncovered } = useActions();
  const coverage = useMemo(() => definition && coverageOf(definition.json, [...results.values()].flatMap(({ ways }) => ways)), [definition, results]);
  const left = useMemo(() => coverage?.ways.filter(({ times }) => times === 0) ?? [], [coverage]);
  useEffect(() => showUncovered(new Set(left.map(({ state }) => state))), [left, showUncovered]);
  useEffect(() => () => showUncovered(null), [showUncovered]);
  if (!coverage) return null;
  return (
    <div className={css.coverage} data-testid="saved.coverage-list">
      <span>{`The last results came by ${coverageCounts(coverage)}.`}</span>
      {left.length > 0 && <ul>{left.map((way) => <li key={`${way.kind} ${way.state} ${way.index ?? ''}`}>{`Not covered: ${waySaid(way)}`}</li>)}</ul>}
    </div>
  );
}

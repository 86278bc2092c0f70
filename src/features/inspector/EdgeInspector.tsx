import { remove } from '../../editor/actions/editActions.ts';
import { perform } from '../../editor/registry.ts';
import { selectGraph } from '../../editor/selectors/graph.ts';
import { useActions } from '../../editor/useActions.ts';
import { useEditor, useEditorStore } from '../../editor/useEditor.ts';
import type { GraphNode } from '../../graph/types.ts';
import { Button } from '../../ui/Button.tsx';
import { describeEdge } from './describeEdge.ts';
import { PaneHead } from './PaneHead.tsx';
import { Section } from './Section.tsx';
import css from './InspectorPane.module.css';

/** One arrow: what it says, where it comes from, and its removal. */
export function EdgeInspector({ id }: { readonly id: string }) {
  const edge = useEditor((s) => selectGraph(s).edges.find((one) => one.id === id));
  const source = useEditor((s) => selectGraph(s).nodes.find((node) => node.id === edge?.source));
  const target = useEditor((s) => selectGraph(s).nodes.find((node) => node.id === edge?.target));
  const store = useEditorStore();
  if (!edge) return <PaneHead icon="arrow-right" title="Arrow" sub="It is not there any more. Select another one." />;
  const { title, text, fixed } = describeEdge(edge, nameOf(source), nameOf(target));
  return (
    <>
      <PaneHead icon="arrow-right" title={title} sub={edge.title ?? edge.label ?? 'Arrow'} />
      <Section title="Arrow" hideTitle>
        <p className={css.text}>{text}</p>
        <div className={css.buttons}>
          <SelectState node={source} />
          <SelectState node={target} />
          <Button icon="trash" disabledReason={fixed} onClick={() => perform(remove, store.getState())} data-testid="inspector.edge.delete">Delete</Button>
        </div>
      </Section>
    </>
  );
}

const nameOf = (node: GraphNode | undefined): string | null => (node?.data.stateId === undefined ? null : node.data.name);

function SelectState({ node }: { readonly node: GraphNode | undefined }) {
  const { select } = useActions();
  const state = node?.data.stateId;
  return state === undefined ? null : <Button onClick={() => select([state], 'form')}>{`Select ${node?.data.name ?? ''}`}</Button>;
}

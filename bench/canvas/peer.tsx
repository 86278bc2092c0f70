import { memo, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { applyNodeChanges, Handle, Position, ReactFlow, type Edge, type Node, type NodeChange, type NodeProps, type ReactFlowInstance } from 'reactflow';
import 'reactflow/dist/style.css';
import { parseJson } from '../../src/asl/json/parseJson.ts';
import { layout } from '../../src/graph/layout.ts';
import { project } from '../../src/graph/project.ts';
import { STATES, timed, watchNames } from './benchPage.ts';
import { mixedMachine } from './machine.ts';

// A bare React Flow: the same places, sizes and edges, a plain box with a name, React Flow's own edges, and nothing floating above.
type PlainNode = Node<{ box: { name: string }; status: number }, 'plain'>;

const Plain = memo(function Plain({ data, width, height }: NodeProps<PlainNode>) {
  return (
    <div style={{ width, height, border: '1px solid #888', background: '#fff' }} data-status={data.status}>
      <Handle type="target" position={Position.Top} />
      {data.box.name}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});
/** As our canvas does it: above this only what is in view is in the page. */
const CULL_ABOVE = 300;
const nodeTypes = { plain: Plain };

const graph = project(parseJson(JSON.stringify(mixedMachine(STATES))));
const laid = layout(graph);
const at = new Map(laid.nodes.map((node) => [node.id, node]));
const initial = graph.nodes.flatMap((node): PlainNode[] => {
  const place = at.get(node.id);
  if (!place) return [];
  const { x, y, width, height } = place;
  return [{ id: node.id, type: 'plain', position: { x, y }, width, height, data: { box: { name: node.data.name }, status: 0 } }];
});
const edges = graph.edges.map(({ id, source, target, label }): Edge => ({ id, source, target, type: 'smoothstep', ...(label === undefined ? {} : { label }) }));
const states = initial.filter((node) => node.data.box.name !== '');
const reads = watchNames(states.map((node) => node.data.box));

/** Of big workflows only what is in view is in the page; a change elsewhere renders nothing. */
function shownAt(index: number): string {
  const known = new Set(states.map((node) => node.id));
  const shown = [...document.querySelectorAll<HTMLElement>('.react-flow__node')].flatMap((node) => (known.has(node.dataset['id'] ?? '') ? [node.dataset['id'] ?? ''] : []));
  return shown[index % shown.length] ?? '';
}

let change: (id: string, status: number) => void = () => undefined;

function Peer() {
  const [nodes, setNodes] = useState(initial);
  const onNodesChange = useCallback((changes: NodeChange<PlainNode>[]) => setNodes((all) => applyNodeChanges(changes, all)), []);
  const ready = (flow: ReactFlowInstance<PlainNode>): void => {
    change = (id, status) => setNodes((all) => all.map((node) => (node.id === id ? { ...node, data: { ...node.data, status } } : node)));
    window.bench = {
      setView: (view) => void flow.setViewport(view),
      select(index) {
        const id = shownAt(index * 7);
        let tookMs = 0;
        const rendered = reads(() => (tookMs = timed(() => flushSync(() => setNodes((all) => all.map((node) => ((node.selected === true) === (node.id === id) ? node : { ...node, selected: node.id === id })))))));
        return { tookMs, rendered };
      },
      changeStatus(index) {
        const id = shownAt(index);
        let tookMs = 0;
        const rendered = reads(() => (tookMs = timed(() => flushSync(() => change(id, index)))));
        return { tookMs, rendered };
      },
    };
  };
  return <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} onInit={ready} minZoom={0.02} onNodesChange={onNodesChange} onlyRenderVisibleElements={nodes.length > CULL_ABOVE} panOnScroll zoomActivationKeyCode={['Meta', 'Control']} />;
}

document.body.style.margin = '0';
createRoot(document.getElementById('root') ?? document.body).render(<div style={{ width: '100vw', height: '100vh' }}><Peer /></div>);

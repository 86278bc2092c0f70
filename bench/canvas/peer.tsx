import { memo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Handle, Position, ReactFlow, type Edge, type Node, type NodeProps, type ReactFlowInstance } from 'reactflow';
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

let change: (id: string, status: number) => void = () => undefined;

function Peer() {
  const [nodes, setNodes] = useState(initial);
  const ready = (flow: ReactFlowInstance<PlainNode>): void => {
    change = (id, status) => setNodes((all) => all.map((node) => (node.id === id ? { ...node, data: { ...node.data, status } } : node)));
    window.bench = {
      setView: (view) => void flow.setViewport(view),
      changeStatus(index) {
        const id = states[index % states.length]?.id ?? '';
        let tookMs = 0;
        const rendered = reads(() => (tookMs = timed(() => flushSync(() => change(id, index)))));
        return { tookMs, rendered };
      },
    };
  };
  return <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} onInit={ready} minZoom={0.05} panOnScroll zoomActivationKeyCode={['Meta', 'Control']} />;
}

document.body.style.margin = '0';
createRoot(document.getElementById('root') ?? document.body).render(<div style={{ width: '100vw', height: '100vh' }}><Peer /></div>);

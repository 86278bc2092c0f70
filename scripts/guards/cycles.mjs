/**
 * One cycle of files for every knot in an import graph (Map: file -> files it imports), type imports included.
 * A knot is a strongly connected component (Tarjan, without recursion: chains of imports can be long).
 */
export function findCycles(graph) {
  const state = { index: new Map(), low: new Map(), stack: [], onStack: new Set(), knots: [] };
  for (const start of graph.keys()) if (!state.index.has(start)) walk(graph, start, state);
  return state.knots.map((knot) => cycleIn(graph, knot));
}

function walk(graph, start, state) {
  const { index, low, stack, onStack, knots } = state;
  const enter = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    onStack.add(file);
    return { file, edges: [...(graph.get(file) ?? [])], next: 0 };
  };
  const work = [enter(start)];
  for (let top = work.at(-1); top; top = work.at(-1)) {
    const { file, edges } = top;
    if (top.next < edges.length) {
      const target = edges[top.next++];
      if (!index.has(target)) work.push(enter(target));
      else if (onStack.has(target)) low.set(file, Math.min(low.get(file), index.get(target)));
      continue;
    }
    work.pop();
    const parent = work.at(-1);
    if (parent) low.set(parent.file, Math.min(low.get(parent.file), low.get(file)));
    if (low.get(file) !== index.get(file)) continue;
    const knot = stack.splice(stack.indexOf(file));
    for (const member of knot) onStack.delete(member);
    if (knot.length > 1 || edges.includes(file)) knots.push(knot);
  }
}

/** The shortest way from the first file of a knot back to itself. */
function cycleIn(graph, knot) {
  const start = [...knot].sort()[0];
  const from = new Map();
  const queue = [start];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const target of graph.get(file) ?? []) {
      if (target === start) return [...trail(from, file), start];
      if (!knot.includes(target) || from.has(target)) continue;
      from.set(target, file);
      queue.push(target);
    }
  }
  return knot;
}

function trail(from, last) {
  const path = [last];
  for (let file = from.get(last); file !== undefined; file = from.get(file)) path.unshift(file);
  return path;
}

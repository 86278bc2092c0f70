/** The layer table as oxlint overrides: one block per layer, naming what it must not import. */
export function lintOverrides(table) {
  return Object.entries(table.layers).flatMap(([name, layer]) => (layer.apart ? apart(table, name, layer) : [block(name, `src/${name}/**`, refused(table, name, layer))]));
}

function refused(table, name, layer) {
  const others = Object.keys(table.layers).filter((other) => other !== name && !layer.may.includes(other));
  const entries = Object.keys(table.entries).map((entry) => entry.replaceAll('.', '\\.'));
  const patterns = [
    { regex: `^(?:\\./)?(?:\\.\\./)+(?:src/)?(?:(?:${others.join('|')})(?:/|$)|(?:${entries.join('|')})$)`, message: `${name} must not import this layer (scripts/guards/layers.json).` },
    { regex: '^/', message: 'Write the path relative to this file.' },
  ];
  return patterns;
}

/** Folders of such a layer never import each other. Which `../` leaves the folder depends on how deep a file lies, so each depth has its block. */
function apart(table, name, layer) {
  return [1, 2, 3].map((depth) => {
    const up = '\\.\\./'.repeat(depth);
    const other = { regex: `^(?:\\./)?${up}(?:[^.]|\\.\\./${name}(?:/|$))`, message: `${name} never import each other: meet in the store or in app.` };
    return block(name, `src/${name}/${'*/'.repeat(depth)}*`, [...refused(table, name, layer), other]);
  });
}

function block(name, files, patterns) {
  return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

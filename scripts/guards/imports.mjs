// Every way in which one file can name another, read from the syntax tree: what lint misses
// (`import('…').T` in types, `new URL('…', import.meta.url)`, Worker URLs, `vi.mock`) is here too.
import { parseSync } from 'vite';

/** @typedef {{ specifier: string | null, form: string, line: number }} Import `specifier` null: computed, so nobody can check it. */

const MOCKS = new Set(['mock', 'doMock', 'unmock', 'doUnmock', 'importActual', 'importMock']);

/** @returns {Import[]} */
export function importsOf(file, text) {
  if (file.endsWith('.css')) return cssImports(text);
  const { program, errors, comments } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const found = [];
  const add = (node, form, source) => {
    const specifier = literal(source);
    if (specifier !== undefined) found.push({ specifier, form, line: lineAt(text, node.start) });
  };
  visit(program, (node) => readNode(node, add));
  for (const comment of comments) {
    const path = /^\/\s*<reference\s+path=["']([^"']+)["']/.exec(comment.value)?.[1];
    if (path) found.push({ specifier: path.startsWith('.') ? path : `./${path}`, form: 'reference path', line: lineAt(text, comment.start) });
  }
  return found;
}

function readNode(node, add) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      if (node.source) add(node, node.type === 'ImportDeclaration' ? 'import' : 'export from', node.source);
      return;
    case 'ImportExpression':
      return add(node, 'import()', node.source);
    case 'TSImportType':
      return add(node, "import('…') in a type", node.source ?? node.argument?.literal ?? node.argument);
    case 'TSExternalModuleReference':
      return add(node, 'import = require', node.expression);
    case 'TSModuleDeclaration':
      if (node.id.type === 'Literal') add(node, 'declare module', node.id);
      return;
    case 'NewExpression':
      if (node.callee.name === 'URL' && isImportMeta(node.arguments[1])) add(node, 'new URL', node.arguments[0]);
      return;
    case 'CallExpression':
      return readCall(node, add);
    default:
  }
}

function readCall(node, add) {
  const { callee } = node;
  const [first] = node.arguments;
  if (callee.type === 'Identifier' && callee.name === 'require') return add(node, 'require', first);
  if (callee.type !== 'MemberExpression' || callee.computed) return;
  const on = callee.object;
  const method = callee.property.name;
  if (on.type === 'Identifier' && on.name === 'require' && method === 'resolve') add(node, 'require.resolve', first);
  // vi.mock(import('./x.ts')) is found as the import() that it holds.
  if (on.type === 'Identifier' && on.name === 'vi' && MOCKS.has(method) && first?.type !== 'ImportExpression') add(node, `vi.${method}`, first);
  if (on.type !== 'MetaProperty') return;
  if (method === 'resolve') add(node, 'import.meta.resolve', first);
  if (method === 'glob') for (const item of first?.type === 'ArrayExpression' ? first.elements : [first]) add(node, 'import.meta.glob', item);
}

/** The text of a literal; null where it is computed; undefined where there is nothing. */
function literal(node) {
  if (!node) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TSLiteralType') return literal(node.literal);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

/** `import.meta.url`: without it `new URL` makes an address, not the name of a file. */
function isImportMeta(node) {
  return node?.type === 'MemberExpression' && node.object.type === 'MetaProperty';
}

function visit(node, see) {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, see);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') see(node);
  for (const key in node) if (key !== 'parent') visit(node[key], see);
}

function cssImports(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  const forms = [
    ['@import', /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g],
    ['composes from', /composes\s*:[^;}]*?\sfrom\s+["']([^"']+)["']/g],
    ['url()', /(?<!@import\s*)url\(\s*["']?(\.{1,2}\/[^"')\s]+)/g],
  ];
  return forms.flatMap(([form, pattern]) => [...code.matchAll(pattern)].map((match) => ({ specifier: match[1], form, line: lineAt(code, match.index) })));
}

function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}

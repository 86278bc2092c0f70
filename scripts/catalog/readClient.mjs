import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { declarationsOf } from './clientDeclarations.mjs';
import { firstSentence } from './docText.mjs';
import { memberName } from './naming.mjs';
import { ShapeTable } from './ShapeTable.mjs';

// How a client writes its model: [kind, namespace, name, traits, …]. Kinds: 0 simple, 1 list, 2 map, 3 structure, -3 error, 4 union, 9 operation.
const SIMPLE = { 1: 'n', 2: 'b', 4: 't', 5: 't', 6: 't', 7: 't', 15: 'd', 17: 'n', 19: 'n', 21: 'x', 42: 'x' };

/** A client of the AWS SDK for JavaScript with its model as data; null for one that is older than that. */
export function readClient(folder, ts, limitsOf) {
  const schemas = join(folder, 'dist-es/schemas/schemas_0.js');
  if (!existsSync(schemas)) return null;
  const { version, name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const serviceId = /serviceId:.*?"([^"]+)"/.exec(readFileSync(join(folder, 'dist-es/runtimeConfig.shared.js'), 'utf8'))[1];
  const table = new ShapeTable();
  const convert = converter(table, declarationsOf(ts, join(folder, 'dist-types/models')), limitsOf);
  const operations = Object.values(evaluate(schemas))
    .filter((schema) => Array.isArray(schema) && schema[0] === 9)
    .map((schema) => ({ name: schema[2], input: convert(schema[4]), output: convert(schema[5]), ...commandOf(folder, schema[2]) }));
  return { kind: 'shapes', from: `${name}@${version}`, version, serviceId, operations, shapes: table.shapes };
}

/** The module's variables. It is plain data with references to classes of errors, which stay empty. */
function evaluate(file) {
  const source = readFileSync(file, 'utf8');
  const imported = [...source.matchAll(/^import \{([\s\S]*?)\} from/gm)].flatMap((match) => match[1].split(',')).map((name) => name.trim().split(/\s+as\s+/).at(-1)).filter(Boolean);
  class TypeRegistry {
    static for = () => new TypeRegistry();
    registerError = () => undefined;
  }
  const scope = { ...Object.fromEntries(imported.map((name) => [name, undefined])), TypeRegistry };
  const script = source.replace(/^import [\s\S]*?;$/gm, '').replace(/^export (var|const) /gm, 'var ').replace(/^export \{[^}]*\};?$/gm, '');
  vm.runInNewContext(script, scope, { filename: file });
  return scope;
}

/** `() => schema`, `[schema, traits]`, `[() => schema, traits]`: the schema alone. */
function bare(reference) {
  const next = typeof reference === 'function' ? reference() : isTraited(reference) ? reference[0] : reference;
  return next === reference ? reference : bare(next);
}

const isTraited = (value) => Array.isArray(value) && value.length === 2 && (typeof value[0] === 'function' || Array.isArray(value[0]) || (typeof value[0] === 'number' && typeof value[1] !== 'string'));

function converter(table, { enums, members }, limitsOf) {
  const simple = (number, choice) => {
    if (number >= 128) return table.add(['m', simple(number - 128, choice)]);
    if (number >= 64) return table.add(['l', simple(number - 64, choice)]);
    if (number === 0 && choice !== undefined) return table.add(['e', ...enums.get(choice)]);
    return SIMPLE[number] ?? 's';
  };
  const structure = ([kind, , name, , names, types, required = 0]) => ({
    union: kind === 4,
    members: new Map(
      names.map((member, index) => {
        const declared = members.get(name)?.get(member);
        const doc = firstSentence(declared?.doc, 120);
        // The members that must be there come first.
        return [memberName(member), { type: convert(types[index], declared?.choice), required: index < required, model: member, doc, ...limitsOf(name, member) }];
      }),
    ),
  });
  const convert = (reference, choice) => {
    const schema = bare(reference);
    if (typeof schema === 'number') return simple(schema, choice);
    if (schema === undefined || schema === null || schema === 'unit') return 'o';
    if (!Array.isArray(schema)) return 's';
    const [kind, , name] = schema;
    if (kind === 0) return convert(schema[4], choice);
    if (kind === 1) return table.once(`l ${name} ${choice ?? ''}`, () => ['l', convert(schema[4], choice)]);
    if (kind === 2) return table.once(`m ${name} ${choice ?? ''}`, () => ['m', convert(schema[5], choice)]);
    return Math.abs(kind) === 3 || kind === 4 ? table.once(`s ${name}`, () => structure(schema)) : 's';
  };
  return convert;
}

/** Errors and the first sentence of an operation stand only in the comment of its command. */
function commandOf(folder, operation) {
  const file = join(folder, `dist-types/commands/${operation}Command.d.ts`);
  if (!existsSync(file)) return { errors: [], doc: undefined };
  const text = readFileSync(file, 'utf8');
  const errors = [...new Set([...text.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g)].map((match) => match[1]))];
  const comment = [...text.matchAll(/\/\*\*\n([\s\S]*?)\*\//g)].map((match) => match[1]).find((text) => text.includes('@example') || text.includes('@throws'));
  return { errors, doc: firstSentence(comment?.split('@')[0].replace(/^\s*\* ?/gm, ''), 160) };
}

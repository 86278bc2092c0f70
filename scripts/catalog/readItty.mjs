import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from './clientDeclarations.mjs';
import { memberName, upperFirst } from './naming.mjs';
import { ShapeTable } from './ShapeTable.mjs';

/** A service as itty-aws declares it: types, required members, enums and errors, but no documentation. */
export function readItty(folder, ts, limitsOf, version) {
  if (!existsSync(join(folder, 'types.d.ts'))) return null;
  const serviceId = /sdkId: "([^"]+)"/.exec(readFileSync(join(folder, 'index.js'), 'utf8'))[1];
  const { statements } = parse(ts, join(folder, 'types.d.ts'));
  const types = new Map(statements.filter((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)).map((one) => [one.name.text, one]));
  const table = new ShapeTable();
  const convert = converter(ts, types, table, limitsOf);
  const operations = methodsOf(ts, statements).map((method) => {
    const [output, errors] = method.type?.typeArguments ?? [];
    return {
      name: upperFirst(method.name.text),
      input: method.parameters[0] ? convert(method.parameters[0].type) : 'o',
      output: output ? convert(output) : 'o',
      errors: errorsIn(ts, errors),
      doc: undefined,
    };
  });
  return { kind: 'shapes', from: `itty-aws@${version}`, serviceId, operations, shapes: table.shapes };
}

/** The client is the class with the most methods. */
function methodsOf(ts, statements) {
  const methods = (node) => node.members.filter((member) => ts.isMethodDeclaration(member) || ts.isMethodSignature(member));
  return statements.filter(ts.isClassDeclaration).map(methods).toSorted((a, b) => b.length - a.length)[0] ?? [];
}

const errorsIn = (ts, type) => (type === undefined ? [] : ts.isUnionTypeNode(type) ? type.types : [type]).map((one) => one.typeName?.text).filter((name) => name && name !== 'CommonAwsError');

function converter(ts, types, table, limitsOf) {
  const aliases = new Set();
  const KEYWORDS = { [ts.SyntaxKind.StringKeyword]: 's', [ts.SyntaxKind.NumberKeyword]: 'n', [ts.SyntaxKind.BooleanKeyword]: 'b', [ts.SyntaxKind.UnknownKeyword]: 'd', [ts.SyntaxKind.AnyKeyword]: 'd' };
  const structure = (nodes, name, union = false) => ({
    union,
    members: new Map(nodes.filter((node) => node.name).map((node) => [
      memberName(node.name.text),
      { type: convert(node.type), required: !union && !node.questionToken, model: node.name.text, ...limitsOf(name, node.name.text) },
    ])),
  });
  const unionType = ({ types: parts }) => {
    const literals = parts.filter((part) => ts.isLiteralTypeNode(part) && part.literal.text !== undefined);
    if (literals.length === parts.length) return table.add(['e', ...literals.map((part) => part.literal.text)]);
    const names = parts.map((part) => (ts.isTypeReferenceNode(part) ? part.typeName.text : ''));
    if (names.includes('Date')) return 't';
    if (names.includes('Uint8Array') || names.some((name) => /Stream|Blob/.test(name) && !types.has(name))) return 'x';
    // `(_Value & { S: string }) | (_Value & { N: string })`: `_Value` has all members.
    const both = parts.map((part) => (ts.isParenthesizedTypeNode(part) ? part.type : part)).find(ts.isIntersectionTypeNode);
    if (!both) return convert(parts[0]);
    const { text } = both.types.find(ts.isTypeReferenceNode).typeName;
    return table.once(`u ${text}`, () => structure(types.get(text).members, text.replace(/^_/, ''), true));
  };
  const reference = (type) => {
    const text = type.typeName.text ?? type.typeName.right.text;
    if (text === 'Array') return table.add(['l', convert(type.typeArguments?.[0])]);
    if (text === 'Record') return table.add(['m', convert(type.typeArguments?.[1])]);
    if (text === 'Date') return 't';
    if (text === 'Uint8Array' || text.startsWith('Stream')) return 'x';
    const declared = types.get(text);
    if (!declared) return 's';
    if (ts.isInterfaceDeclaration(declared)) return table.once(`s ${text}`, () => structure(declared.members, text));
    if (aliases.has(text)) return 'd';
    aliases.add(text);
    const found = convert(declared.type);
    aliases.delete(text);
    return found;
  };
  const convert = (type) => {
    if (!type) return 's';
    if (KEYWORDS[type.kind]) return KEYWORDS[type.kind];
    if (ts.isParenthesizedTypeNode(type)) return convert(type.type);
    if (ts.isTypeLiteralNode(type)) return type.members.length > 0 ? table.once(type, () => structure(type.members, '')) : 'o';
    if (ts.isUnionTypeNode(type)) return unionType(type);
    if (ts.isLiteralTypeNode(type)) return type.literal.text === undefined ? 'b' : table.add(['e', type.literal.text]);
    if (ts.isArrayTypeNode(type)) return table.add(['l', convert(type.elementType)]);
    return ts.isTypeReferenceNode(type) ? reference(type) : 's';
  };
  return convert;
}

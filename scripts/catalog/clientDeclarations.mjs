import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commentOf } from './docText.mjs';

/** What a client's model lacks and its type declarations have: values of enums, which member takes which enum, and comments. */
export function declarationsOf(ts, folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.d.ts')).toSorted();
  const statements = files.flatMap((name) => parse(ts, join(folder, name)).statements);
  const enums = new Map(statements.filter(ts.isVariableStatement).flatMap((statement) => statement.declarationList.declarations).flatMap((one) => enumOf(ts, one)));
  const members = new Map();
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement)) members.set(statement.name.text, membersOf(ts, statement.members, enums));
    // A union is a namespace with one interface for each member.
    if (ts.isModuleDeclaration(statement) && statement.body) {
      const variants = (statement.body.statements ?? []).filter(ts.isInterfaceDeclaration).flatMap((variant) => [...variant.members]);
      members.set(statement.name.text, membersOf(ts, variants.filter((member) => !member.questionToken && member.type?.kind !== ts.SyntaxKind.NeverKeyword), enums));
    }
  }
  return { enums, members };
}

export const parse = (ts, file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);

/** `const Colour: { readonly RED: "RED" }`. */
function enumOf(ts, { name, type }) {
  if (!type || !ts.isTypeLiteralNode(type)) return [];
  const values = type.members.map((member) => member.type?.literal?.text).filter((value) => value !== undefined);
  return values.length === 0 ? [] : [[name.text, values]];
}

function membersOf(ts, nodes, enums) {
  const members = new Map();
  for (const node of nodes) {
    if (node.name && !members.has(node.name.text)) members.set(node.name.text, { doc: commentOf(node), choice: choiceIn(ts, node.type, enums) });
  }
  return members;
}

/** The enum that a member takes, or that the elements of its list or map are. */
function choiceIn(ts, type, enums) {
  if (!type) return undefined;
  if (ts.isUnionTypeNode(type)) {
    const rest = type.types.filter((one) => one.kind !== ts.SyntaxKind.UndefinedKeyword);
    return rest.length === 1 ? choiceIn(ts, rest[0], enums) : undefined;
  }
  if (ts.isParenthesizedTypeNode(type)) return choiceIn(ts, type.type, enums);
  if (ts.isArrayTypeNode(type)) return choiceIn(ts, type.elementType, enums);
  if (!ts.isTypeReferenceNode(type)) return undefined;
  const name = type.typeName.text;
  if (name === 'Record') return choiceIn(ts, type.typeArguments?.[1], enums);
  return enums.has(name) ? name : undefined;
}

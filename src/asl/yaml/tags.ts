import { isCollection, isScalar, type ParsedNode, type Scalar } from 'yaml';

/** Short forms of CloudFormation's functions, as SAM and CloudFormation templates write them. */
const KNOWN: ReadonlySet<string> = new Set([
  'Ref', 'Sub', 'GetAtt', 'ImportValue', 'FindInMap', 'Join', 'Select', 'Split', 'If', 'And', 'Or', 'Not', 'Equals', 'Condition', 'Base64', 'Cidr', 'GetAZs', 'Transform', 'Length', 'ToJsonString',
]);

/** A value that only a deployment tool knows. `!Sub` of a text is that text, with its `${…}`. */
export function isOpaque(tag: string | undefined, collection: boolean): boolean {
  if (tag === undefined || !tag.startsWith('!') || tag === '!') return false;
  return tag !== '!Sub' || collection;
}

/** What such a value is called where its value would stand: `Topic.Arn` for `!GetAtt Topic.Arn`. */
export function opaqueName(node: ParsedNode, spelt: (scalar: Scalar) => string): { readonly name: string; readonly known: boolean } {
  const tag = (node.tag ?? '').slice(1);
  const known = KNOWN.has(tag);
  if (isScalar(node)) {
    const value = spelt(node).replace(/[{}\s]+/g, ' ').trim();
    return { name: ['Ref', 'GetAtt', 'ImportValue'].includes(tag) ? value : `${tag} ${value}`.trim(), known };
  }
  if (isCollection(node) && tag === 'GetAtt') {
    const parts = (node.items as readonly unknown[]).filter(isScalar).map((item) => String(item.value));
    return { name: parts.join('.'), known };
  }
  return { name: tag, known };
}

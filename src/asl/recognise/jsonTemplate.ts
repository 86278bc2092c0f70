import { rangeEnd } from '../intact.ts';
import { reindent } from '../json/layout.ts';
import { lineOf } from '../lines.ts';
import { itemsOf, memberOf, objectIn, stringOf, valueOf } from '../pointer.ts';
import type { EmbeddedMachine, Recognised, TemplateFlavour } from './Recognised.ts';
import type { Member, Tree, ValueNode } from '../tree.ts';
import { templateMessage } from './templateMessage.ts';

export const MACHINE_TYPES: ReadonlySet<string> = new Set(['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine']);

/** A JSON template or an answer of the AWS CLI that holds state machines; null for anything else. */
export function jsonTemplate(tree: Tree): Extract<Recognised, { kind: 'template' }> | null {
  const { root, text } = tree;
  const described = memberOf(root, 'definition');
  if (described?.value.kind === 'string' && memberOf(root, 'stateMachineArn')) {
    const name = stringOf(root, 'name') ?? 'definition';
    const machines = [{ name, where: 'definition', line: lineOf(text, described.offset), text: described.value.value }];
    return { kind: 'template', flavour: 'AWS CLI', message: templateMessage('AWS CLI', machines), machines };
  }
  const resources = objectIn(root, 'Resources');
  const declared = memberOf(root, 'AWSTemplateFormatVersion') ?? memberOf(root, 'Transform');
  const typed = resources?.members.some((resource) => /^(AWS|Custom)::/.test(stringOf(resource.value, 'Type') ?? '')) ?? false;
  if (!declared && !typed) return null;
  const machines = (resources?.members ?? []).flatMap((resource) => machineIn(tree, resource));
  const flavour: TemplateFlavour = /AWS::Serverless/.test(text) ? 'SAM' : 'CloudFormation';
  return { kind: 'template', flavour, message: templateMessage(flavour, machines), machines };
}

function machineIn({ text }: Tree, resource: Member): readonly EmbeddedMachine[] {
  if (!MACHINE_TYPES.has(stringOf(resource.value, 'Type') ?? '')) return [];
  const name = resource.key.value;
  const properties = objectIn(resource.value, 'Properties');
  const member = ['Definition', 'DefinitionString', 'DefinitionUri', 'DefinitionS3Location'].map((key) => memberOf(properties, key)).find((found) => found !== undefined);
  if (!member) return [{ name, where: `Resources › ${name}`, line: lineOf(text, resource.offset) }];
  const place = { name, where: `Resources › ${name} › Properties › ${member.key.value}`, line: lineOf(text, member.offset) };
  if (member.key.value === 'DefinitionUri' || member.key.value === 'DefinitionS3Location') return [{ ...place, file: fileOf(member.value) }];
  const definition = member.key.value === 'Definition' ? sliced(text, member.value) : spelt(member.value);
  return [definition === null ? place : { ...place, text: definition }];
}

function fileOf(node: ValueNode): string {
  if (node.kind === 'string') return node.value;
  const bucket = stringOf(node, 'Bucket');
  const key = stringOf(node, 'Key');
  return bucket !== undefined && key !== undefined ? `s3://${bucket}/${key}` : 'a file that the template names';
}

/** The definition's own bytes, moved to the margin. */
function sliced(text: string, node: ValueNode): string {
  const slice = text.slice(node.offset, rangeEnd(node));
  const indent = /(?:\r\n|\r|\n)([ \t]*)\S[^\r\n]*$/.exec(slice)?.[1] ?? '';
  return reindent(slice, indent, '');
}

/** A string as the template puts it together; what is only known when it is deployed becomes `${Name}`. */
function spelt(node: ValueNode): string | null {
  if (node.kind === 'string') return node.value;
  if (node.kind !== 'object') return null;
  const sub = valueOf(node, 'Fn::Sub');
  if (sub) return sub.kind === 'array' ? spelt(sub.items[0] ?? node) : spelt(sub);
  const join = itemsOf(valueOf(node, 'Fn::Join'));
  const [separator, parts] = join;
  if (separator?.kind === 'string' && parts?.kind === 'array') {
    const pieces = parts.items.map(spelt);
    return pieces.includes(null) ? null : pieces.join(separator.value);
  }
  const reference = stringOf(node, 'Ref');
  if (reference !== undefined) return `\${${reference}}`;
  const attribute = valueOf(node, 'Fn::GetAtt');
  if (attribute?.kind === 'string') return `\${${attribute.value}}`;
  const path = itemsOf(attribute).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (path.length > 0) return `\${${path.join('.')}}`;
  const imported = stringOf(node, 'Fn::ImportValue');
  return imported === undefined ? null : `\${${imported.replace(/[{}]/g, '')}}`;
}

import type { EmbeddedMachine, Recognised, TemplateFlavour } from './Recognised.ts';
import { MACHINE_TYPES } from './jsonTemplate.ts';
import { templateMessage } from './templateMessage.ts';

/** A line of YAML as far as a template needs it: depth, key, and the rest of the line. */
interface Line {
  readonly number: number;
  readonly depth: number;
  readonly key: string;
  readonly rest: string;
}

const FIELDS = ['Definition', 'DefinitionString', 'DefinitionUri', 'DefinitionS3Location'];

/** Whether a line reads like ASL in YAML. */
export const looksLikeYamlMachine = (text: string): boolean => /^(?:StartAt|States|"StartAt"|"States"|'StartAt'|'States')[ \t]*:/m.test(text);

/**
 * A YAML template, told by its lines: enough to say where its machine stands, without loading a YAML parser for what is mostly
 * a file dropped by mistake.
 */
export function yamlTemplate(text: string): Extract<Recognised, { kind: 'template' }> | null {
  const flavour = flavourOf(text);
  if (!flavour) return null;
  const raw = text.split(/\r\n|\r|\n/);
  const lines = raw.flatMap((line, index) => lineFrom(line, index));
  const machines = flavour === 'Serverless Framework' ? serverlessMachines(lines) : lines.flatMap((_, index) => machineAt(lines, index, raw));
  return { kind: 'template', flavour, message: templateMessage(flavour, machines), machines };
}

function flavourOf(text: string): TemplateFlavour | null {
  if (/^\s*(Transform\s*:.*AWS::Serverless|-\s*['"]?AWS::Serverless-|Type\s*:\s*['"]?AWS::Serverless::)/m.test(text)) return 'SAM';
  if (/^(AWSTemplateFormatVersion\s*:|\s+Type\s*:\s*['"]?AWS::StepFunctions::)/m.test(text)) return 'CloudFormation';
  if (/^stepFunctions\s*:/m.test(text)) return 'Serverless Framework';
  return null;
}

function lineFrom(line: string, index: number): Line[] {
  const match = /^([ ]*)(?:"([^"]*)"|'([^']*)'|([^\s#:'"][^:]*?))\s*:(?:\s+(.*?))?\s*$/.exec(line);
  if (!match) return [];
  const [, indent = '', double, single, plain, rest = ''] = match;
  return [{ number: index + 1, depth: indent.length, key: double ?? single ?? plain ?? '', rest: rest.replace(/\s+#.*$/, '') }];
}

const unquoted = (value: string): string => value.replace(/^!\w+\s+/, '').replace(/^(['"])(.*)\1$/, '$2');

function machineAt(lines: readonly Line[], index: number, raw: readonly string[]): EmbeddedMachine[] {
  const type = lines[index];
  if (type?.key !== 'Type' || !MACHINE_TYPES.has(unquoted(type.rest))) return [];
  const resource = lines.slice(0, index).findLast((line) => line.depth < type.depth);
  if (!resource) return [];
  const after = lines.filter((line) => line.number > resource.number);
  const end = after.findIndex((line) => line.depth <= resource.depth);
  const field = (end < 0 ? after : after.slice(0, end)).find((line) => FIELDS.includes(line.key) && line.depth > type.depth);
  const name = resource.key;
  if (!field) return [{ name, where: `Resources › ${name}`, line: resource.number }];
  const place = { name, where: `Resources › ${name} › Properties › ${field.key}`, line: field.number };
  if (field.key === 'DefinitionUri') return [{ ...place, file: unquoted(field.rest) || 'a file that the template names' }];
  if (field.key === 'DefinitionS3Location') return [{ ...place, file: 'an object in S3' }];
  if (field.key === 'Definition' && field.rest === '') {
    const text = linesBelow(field, raw);
    if (looksLikeYamlMachine(text)) return [{ ...place, text, format: 'yaml' }];
  }
  const block = field.key === 'DefinitionString' ? blockText(field, after, raw) : null;
  return [block === null ? place : { ...place, text: block }];
}

/** What stands indented below a name, moved to the margin. */
function linesBelow(field: Line, raw: readonly string[]): string {
  const rest = raw.slice(field.number);
  const stop = rest.findIndex((line) => line.trim() !== '' && line.length - line.trimStart().length <= field.depth);
  const block = stop < 0 ? rest : rest.slice(0, stop);
  const indents = block.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  return `${block.map((line) => line.slice(margin)).join('\n').trimEnd()}\n`;
}

/** The lines of a block text (`|`, `!Sub |`) that holds JSON, without their common indentation. */
function blockText(field: Line, after: readonly Line[], raw: readonly string[]): string | null {
  // `!Sub` with a list writes the block on a line of its own: `- |`.
  const listed = field.rest === '!Sub' && /^\s*-\s*\|/.test(raw[field.number] ?? '');
  const sub = after.find((line) => line.number === field.number + 1 && line.key === 'Fn::Sub');
  const head = listed ? { number: field.number + 1, depth: field.depth + 1 } : (sub ?? field);
  if (!listed && !/^(?:!Sub\s+)?[|>][-+]?\d?$/.test((sub ?? field).rest)) return null;
  const rest = raw.slice(head.number);
  const stop = rest.findIndex((line) => line.trim() !== '' && line.length - line.trimStart().length <= head.depth);
  const block = stop < 0 ? rest : rest.slice(0, stop);
  const indents = block.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  const text = block.map((line) => line.slice(margin)).join('\n').trim();
  return text.startsWith('{') ? `${text}\n` : null;
}

/** `stepFunctions: stateMachines: NAME: definition:` */
function serverlessMachines(lines: readonly Line[]): EmbeddedMachine[] {
  const top = lines.findIndex((line) => line.key === 'stateMachines');
  const under = top < 0 ? [] : lines.slice(top + 1);
  const end = under.findIndex((line) => line.depth <= (lines[top]?.depth ?? 0));
  const block = end < 0 ? under : under.slice(0, end);
  const depth = block[0]?.depth;
  return block.flatMap((line, index) => {
    if (line.depth !== depth) return [];
    const definition = block.slice(index + 1).find((candidate) => candidate.key === 'definition');
    const where = `stepFunctions › stateMachines › ${line.key} › definition`;
    const file = /\$\{file\(([^)]*)\)/.exec(definition?.rest ?? '')?.[1];
    return [{ name: line.key, where, line: definition?.number ?? line.number, ...(file !== undefined && { file }) }];
  });
}

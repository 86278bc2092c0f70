import { parseJson } from './json/parseJson.ts';
import { STATE_TYPES } from './names.ts';
import { memberOf, objectIn, stringOf } from './pointer.ts';
import { jsonTemplate } from './recognise/jsonTemplate.ts';
import type { Recognised } from './recognise/Recognised.ts';
import { looksLikeYamlMachine, yamlTemplate } from './recognise/yamlTemplate.ts';
import type { Format, Tree, ValueNode } from './tree.ts';

export type { EmbeddedMachine, Recognised, TemplateFlavour } from './recognise/Recognised.ts';

/**
 * What a text is that someone opens, drops or pastes; `named` is what the name of its file says. Every message is a sentence with the
 * place and the next step.
 */
export function recognise(text: string, named?: Format): Recognised {
  if (named === 'yaml' && yamlTemplate(text) === null && NAMES_A_MACHINE.test(text)) return { kind: 'machine', format: 'yaml' };
  const tree = parseJson(text);
  const { root } = tree;
  if (tree.problems.some((problem) => problem.code === 'empty')) return { kind: 'empty' };
  if (root?.kind === 'object') {
    const template = jsonTemplate(tree);
    if (template) return template;
  }
  const problem = tree.problems.find((candidate) => candidate.fatal);
  if (problem) return unreadable(tree, problem.message, problem.offset);
  if (memberOf(root, 'States') || memberOf(root, 'StartAt')) return machineOrNot(root);
  return { kind: 'other', message: whatElse(root, text) };
}

function unreadable(tree: Tree, message: string, offset: number): Recognised {
  const { text, root } = tree;
  const machine = root?.kind === 'object' && /"(StartAt|States)"\s*:/.test(text);
  if (machine) return { kind: 'broken-machine', message: `${message} The definition is opened as a draft; nothing is lost.`, offset };
  const template = yamlTemplate(text);
  if (template) return template;
  if (looksLikeYamlMachine(text)) return { kind: 'machine', format: 'yaml' };
  return { kind: 'not-json', message: `This is not JSON: ${message}`, offset };
}

function machineOrNot(root: ValueNode | null): Recognised {
  const states = memberOf(root, 'States')?.value;
  if (states && states.kind !== 'object') {
    return { kind: 'other', message: 'This JSON has "States", but not as an object of states by name. Open a state machine definition, which has "StartAt" and "States": { … }.' };
  }
  return { kind: 'machine', format: 'json' };
}

/** In a file that its name calls YAML, `{"StartAt": …}` is YAML too. */
const NAMES_A_MACHINE = /(?:^|[{,\s])["']?(?:StartAt|States)["']?\s*:/m;

const NEXT_STEP = 'Open a state machine definition, which has "StartAt" and "States".';

function whatElse(root: ValueNode | null, text: string): string {
  if (root?.kind === 'array') return `This is a JSON list of ${root.items.length} entries, not a state machine. ${NEXT_STEP}`;
  if (root?.kind !== 'object') return `This is a single JSON value, not a state machine. ${NEXT_STEP}`;
  const has = (...keys: readonly string[]): boolean => keys.every((key) => memberOf(root, key) !== undefined);
  if ((STATE_TYPES as readonly string[]).includes(stringOf(root, 'Type') ?? '')) {
    return `This is a single ${stringOf(root, 'Type')} state, not a whole state machine. Paste it on the canvas of a workflow to add it there.`;
  }
  if (has('name') && (has('dependencies') || has('devDependencies') || has('scripts') || has('version'))) {
    return `This is the package.json of "${stringOf(root, 'name') ?? ''}", not a state machine. Its definitions often end in .asl.json; open one of those.`;
  }
  if (has('definition') || objectIn(root, 'request')) {
    return 'This is a TestState request, not a state machine. Its "definition" field holds the state; copy that and paste it on the canvas.';
  }
  if (has('version', 'artifacts') || has('version', 'files', 'dockerImages')) {
    return 'This is a CDK assembly file, not a state machine. Run "cdk synth" and open the template it writes, *.template.json.';
  }
  if (has('StateMachines') || has('MockedResponses')) {
    return 'This is a mock configuration (MockConfigFile.json), not a state machine. Open the definition it belongs to.';
  }
  if (has('events') && /"previousEventId"/.test(text)) return `This is an execution history, not a state machine. ${NEXT_STEP}`;
  const keys = root.members.slice(0, 3).map((member) => `"${member.key.value.slice(0, 30)}"`);
  const found = keys.length === 0 ? 'This JSON object is empty' : `This JSON object has ${keys.join(', ')}`;
  return `${found} but neither "StartAt" nor "States", so it is no state machine. ${NEXT_STEP}`;
}

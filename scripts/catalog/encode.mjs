import { actionName, errorName, upperFirst } from './naming.mjs';
import { reachable, reached } from './ShapeTable.mjs';

/** Services whose actions also exist as optimized integrations, which spell members as the API does. */
const SPELLED = new Set(
  'athena batch bedrock bedrockruntime codebuild databrew dynamodb ecs eks emr emrcontainers emrserverless eventbridge glue lambda mediaconvert sagemaker sfn sns sqs'.split(' '),
);

/** A service as it is committed: what the files of `public/catalog` hold. `docs` is null where there are none. */
export function encodeService({ prefix, name, exceptionPrefix, unsupportedOperations = [] }, read) {
  const left = new Set(unsupportedOperations);
  const operations = read.operations.filter((operation) => !left.has(operation.name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const { shapes, renumber } = reachable(read.shapes, operations.flatMap(({ input, output }) => [input, output]));
  const errors = [...new Set(operations.flatMap((operation) => operation.errors.map((error) => errorName(prefix, error))))].toSorted();
  const numberOf = new Map(errors.map((error, index) => [error, index]));
  const action = ({ input, output, errors: own }) => {
    const numbers = [...new Set(own.map((error) => numberOf.get(errorName(prefix, error))))];
    return [renumber(input), renumber(output), ...(numbers.length === 0 ? [] : [numbers])];
  };
  const spelled = SPELLED.has(prefix) ? spellings(shapes) : {};
  const service = {
    v: 1, service: prefix, title: name, errorPrefix: exceptionPrefix, from: read.from,
    ...(Object.keys(spelled).length === 0 ? {} : { spelled }),
    errors,
    actions: read.kind === 'shapes' ? Object.fromEntries(operations.map((operation) => [actionName(operation.name), action(operation)])) : {},
    shapes: read.kind === 'shapes' ? shapes.map(encodeShape) : [],
  };
  // Sentences stand beside the fields of a form: those of responses would double the size and are read by nobody.
  const asked = new Set(reached(shapes, operations.map(({ input }) => renumber(input))));
  return { actions: operations.map((operation) => actionName(operation.name)), service, docs: encodeDocs(prefix, operations, shapes, asked) };
}

function encodeShape(shape) {
  if (Array.isArray(shape)) return shape;
  const members = Object.fromEntries([...shape.members].map(([name, { type, required, min, max }]) => {
    const bounds = min === undefined && max === undefined ? type : max === undefined ? [type, min] : [type, min ?? null, max];
    return [required ? `${name}*` : name, bounds];
  }));
  return shape.union ? ['u', members] : members;
}

function spellings(shapes) {
  const members = shapes.filter((shape) => !Array.isArray(shape)).flatMap((shape) => [...shape.members]);
  const different = members.filter(([name, { model }]) => upperFirst(model) !== name).map(([name, { model }]) => [name, upperFirst(model)]);
  return Object.fromEntries(different.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sentences, each once; members by their place in their shape, so that no name is written again. */
function encodeDocs(prefix, operations, shapes, asked) {
  const texts = [];
  const numbers = new Map();
  const number = (text) => {
    if (text === undefined) return -1;
    if (!numbers.has(text)) numbers.set(text, texts.push(text) - 1);
    return numbers.get(text);
  };
  const actions = Object.fromEntries(operations.filter((one) => one.doc !== undefined).map((one) => [actionName(one.name), number(one.doc)]));
  const members = {};
  shapes.forEach((shape, id) => {
    const row = Array.isArray(shape) || !asked.has(id) ? [] : [...shape.members.values()].map((member) => number(member.doc));
    if (row.some((text) => text >= 0)) members[id] = row;
  });
  return texts.length === 0 ? null : { v: 1, service: prefix, actions, members, texts };
}

/** JSON with one entry of a long table on each line, so that a changed shape is a changed line. */
export function lines(value, tables) {
  const entry = ([key, member]) => {
    const name = JSON.stringify(key);
    if (!tables.includes(key)) return `${name}:${JSON.stringify(member)}`;
    if (Array.isArray(member)) return `${name}:[\n${member.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
    return `${name}:{\n${Object.entries(member).map(([inner, item]) => `${JSON.stringify(inner)}:${JSON.stringify(item)}`).join(',\n')}\n}`;
  };
  return `{${Object.entries(value).map(entry).join(',\n')}}\n`;
}

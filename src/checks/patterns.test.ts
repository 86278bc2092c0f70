import { beforeAll, describe, expect, it } from 'vitest';
import { pasteStates } from '../asl/commands/pasteStates.ts';
import type { QueryLanguage, StateId } from '../asl/names.ts';
import { parse } from '../asl/parse.ts';
import { runCommand } from '../asl/runCommand.ts';
import { indexStates } from '../asl/states.ts';
import { applyEdits } from '../asl/textEdits.ts';
import type { Tree } from '../asl/tree.ts';
import { loadYaml } from '../asl/yaml/loadYaml.ts';
import { patternText } from '../catalog/patterns/Pattern.ts';
import { PATTERNS } from '../catalog/patterns/patterns.ts';
import { OPTIMIZED } from '../catalog/optimized.ts';
import { nameForAction, taskFor } from '../catalog/skeleton.ts';
import { catalogOnDisk, readerOnDisk } from '../catalog/testing/catalogOnDisk.ts';
import { toJson } from '../asl/toJson.ts';
import { createActionChecks } from './actionChecks.ts';
import { problemsOf } from './problems.ts';

const LANGUAGES: readonly QueryLanguage[] = ['JSONata', 'JSONPath'];
const actionChecks = createActionChecks(readerOnDisk);
const all = PATTERNS.flatMap(({ patterns }) => patterns);
const cases = all.flatMap((pattern) => LANGUAGES.map((language) => ({ pattern, language, name: pattern.name })));

const wrong = async (tree: Tree): Promise<readonly string[]> =>
  [...problemsOf(tree), ...(await actionChecks.check(tree))].filter(({ severity }) => severity !== 'info').map(({ code, message }) => `${code}: ${message}`);
const around = (language: QueryLanguage): object => ({ QueryLanguage: language, StartAt: 'First', States: { First: { Type: 'Pass', Next: 'Last' }, Last: { Type: 'Pass', End: true } } });
const yamlAround = (language: QueryLanguage): string => `QueryLanguage: ${language}\nStartAt: First # here\nStates:\n  First:\n    Type: Pass\n    Next: Last\n  Last:\n    Type: Pass\n    End: true\n`;

function inserted(tree: Tree, text: string): Tree {
  const run = runCommand(tree, pasteStates(text, { after: 'First' as StateId }));
  if (!run.ok) throw new Error(run.error.message);
  return parse(applyEdits(tree.text, run.value.edits), tree.format);
}

beforeAll(() => loadYaml());

describe('the patterns', () => {
  it('have ids and names of their own, and one line each', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.filter(({ text }) => text.length > 70 || text.includes('\n'))).toEqual([]);
  });

  it.each(cases)('$name, $language: a workflow of its own without an error or a warning', async ({ pattern, language }) => {
    const machine = { QueryLanguage: language, ...(JSON.parse(patternText(pattern, language)) as object) };
    expect(await wrong(parse(JSON.stringify(machine, null, 2), 'json'))).toEqual([]);
  });

  it.each(cases)('$name, $language: fits into a workflow twice, each time with names of its own and on the way', async ({ pattern, language }) => {
    const text = patternText(pattern, language);
    const once = inserted(parse(JSON.stringify(around(language), null, 2), 'json'), text);
    const twice = inserted(once, text);
    expect(await wrong(twice)).toEqual([]);
    const names = indexStates(twice).all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const count = (tree: Tree): number => indexStates(tree).all.length - 2;
    expect(count(twice)).toBe(2 * count(once));
  });

  it.each(cases)('$name, $language: is the same workflow when it is put into YAML', ({ pattern, language }) => {
    const text = patternText(pattern, language);
    const json = inserted(parse(JSON.stringify(around(language)), 'json'), text);
    const yaml = inserted(parse(yamlAround(language), 'yaml'), text);
    expect(yaml.text).toContain('StartAt: First # here');
    expect(yaml.root && toJson(yaml.root)).toEqual(json.root && toJson(json.root));
  });
});

describe('taskFor', () => {
  const machineWith = async (resource: string, language: QueryLanguage): Promise<Tree> => {
    const task = taskFor(resource, await readerOnDisk.requestShape(resource), language);
    return parse(JSON.stringify({ QueryLanguage: language, StartAt: 'Call', States: { Call: { ...task, End: true } } }, null, 2), 'json');
  };

  it.each(LANGUAGES)('makes a task of every optimized integration and pattern that no check has an error for, in %s', async (language) => {
    const made = Object.entries(OPTIMIZED).flatMap(([service, { actions }]) =>
      Object.entries(actions).flatMap(([action, { patterns }]) => ['', ...patterns.map((pattern) => `.${pattern}`)].map((end) => `arn:aws:states:::${service}:${action}${end}`)));
    const found: string[] = [];
    for (const resource of made) {
      const tree = await machineWith(resource, language);
      for (const { severity, message } of [...problemsOf(tree), ...(await actionChecks.check(tree))]) if (severity === 'error') found.push(`${resource}: ${message}`);
    }
    expect(made.length).toBeGreaterThan(100);
    expect(found.filter((line) => !line.includes(':http:invoke'))).toEqual([]);
  });

  it('gives calls of the SDK exactly what they must have, as placeholders that the checks point at', async () => {
    const resource = 'arn:aws:states:::aws-sdk:dynamodb:getItem';
    expect(taskFor(resource, await readerOnDisk.requestShape(resource), 'JSONata')).toEqual({
      Type: 'Task', Resource: resource, Arguments: { TableName: '${TableName}', Key: { '${KeyName}': { S: '${KeyS}' } } },
    });
    const tree = await machineWith(resource, 'JSONPath');
    expect(await wrong(tree)).toEqual([]);
    expect(problemsOf(tree).filter(({ code }) => code === 'placeholder')).toHaveLength(3);
  });

  it('leaves out nothing that is required, in the most used services', async () => {
    const found: string[] = [];
    for (const service of ['s3', 'dynamodb', 'sqs', 'glue']) {
      for (const action of catalogOnDisk().service(service)?.actions ?? []) {
        const tree = await machineWith(`arn:aws:states:::aws-sdk:${service}:${action}`, 'JSONata');
        for (const { severity, message, code } of [...problemsOf(tree), ...(await actionChecks.check(tree))]) if (severity === 'error' || code.includes('missing')) found.push(`${service}:${action} ${code} ${message}`);
      }
    }
    expect(found).toEqual([]);
  });
});

describe('nameForAction', () => {
  it.each([['startJobRun', 'Start job run'], ['describeDBInstances', 'Describe DB instances'], ['getItem', 'Get item'], ['listObjectsV2', 'List objects V2'], ['publish', 'Publish']])('%s: %s', (action, name) => {
    expect(nameForAction(action)).toBe(name);
  });
});

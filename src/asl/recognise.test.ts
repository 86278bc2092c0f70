import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.ts';

const definition = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const template = (properties: object, type = 'AWS::Serverless::StateMachine') =>
  JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Fn: { Type: 'AWS::Lambda::Function' }, OrderFlow: { Type: type, Properties: properties } } }, null, 2);

describe('recognise', () => {
  it.each([
    { what: 'a machine', text: JSON.stringify(definition), kind: 'machine' },
    { what: 'a machine with comments', text: '// mine\n{"StartAt": "A", "States": {},}', kind: 'machine' },
    { what: 'a machine without StartAt', text: '{"States": {}}', kind: 'machine' },
    { what: 'nothing', text: '\ufeff \n', kind: 'empty' },
    { what: 'a machine half typed', text: '{"StartAt": "A", "States": {"A": {"Type": ', kind: 'broken-machine' },
    { what: 'a package.json', text: '{"name": "x", "version": "1.0.0", "dependencies": {}}', kind: 'other', says: 'package.json of "x"' },
    { what: 'a list', text: '[1, 2]', kind: 'other', says: 'list of 2 entries' },
    { what: 'a number', text: '3', kind: 'other', says: 'single JSON value' },
    { what: 'a single state', text: '{"Type": "Pass", "End": true}', kind: 'other', says: 'single Pass state' },
    { what: 'a TestState request', text: '{"definition": "{}", "input": "{}"}', kind: 'other', says: 'TestState request' },
    { what: 'a CDK manifest', text: '{"version": "36.0.0", "artifacts": {}}', kind: 'other', says: 'cdk synth' },
    { what: 'a mock file', text: '{"StateMachines": {}, "MockedResponses": {}}', kind: 'other', says: 'MockConfigFile.json' },
    { what: 'any JSON', text: '{"a": 1}', kind: 'other', says: 'neither "StartAt" nor "States"' },
    { what: 'states as a list', text: '{"States": []}', kind: 'other', says: 'not as an object' },
    { what: 'prose', text: 'Hello there', kind: 'not-json', says: 'This is not JSON: “Hello there” on line 1' },
    { what: 'ten thousand brackets', text: '['.repeat(10_000) + ']'.repeat(10_000), kind: 'not-json', says: 'nests deeper' },
  ])('tells $what', ({ text, kind, says }) => {
    const found = recognise(text);
    expect(found.kind).toBe(kind);
    if (says !== undefined) expect('message' in found ? found.message : '').toContain(says);
  });

  it.each([
    { what: 'Definition', properties: { Definition: definition }, flavour: 'SAM', text: definition },
    { what: 'DefinitionString', properties: { DefinitionString: JSON.stringify(definition) }, flavour: 'SAM', text: definition },
    { what: 'Fn::Sub', properties: { DefinitionString: { 'Fn::Sub': [JSON.stringify(definition), { X: 1 }] } }, flavour: 'SAM', text: definition },
    { what: 'Fn::Join', properties: { DefinitionString: { 'Fn::Join': ['', ['{"StartAt":"', { Ref: 'First' }, '","States":{"A":{"Resource":"', { 'Fn::GetAtt': ['Fn', 'Arn'] }, '"}}}']] } }, flavour: 'SAM', text: { StartAt: '${First}', States: { A: { Resource: '${Fn.Arn}' } } } },
  ])('finds the machine of a JSON template in $what', ({ what, properties, flavour, text }) => {
    const found = recognise(template(properties));
    if (found.kind !== 'template') throw new Error(found.kind);
    expect(found.flavour).toBe(flavour);
    expect(found.machines).toHaveLength(1);
    expect(found.machines[0]).toMatchObject({ name: 'OrderFlow', line: 10, where: `Resources › OrderFlow › Properties › ${what.startsWith('Fn') ? 'DefinitionString' : what}` });
    expect(JSON.parse(found.machines[0]?.text ?? '')).toEqual(text);
  });

  it.each([
    { what: 'ASL in YAML', text: '# Orders\nComment: x\nStartAt: A\nStates:\n  A: {Type: Pass}', format: 'yaml' },
    { what: 'JSON in a file that its name calls YAML', text: '# Orders\n{"StartAt": "A", "States": {}}', named: 'yaml' as const, format: 'yaml' },
    { what: 'JSON', text: '{"StartAt": "A", "States": {}}', format: 'json' },
  ])('knows the format of $what', ({ text, named, format }) => {
    expect(recognise(text, named)).toEqual({ kind: 'machine', format });
  });

  it('finds the machine that stands as YAML in a YAML template', () => {
    const found = recognise('Transform: AWS::Serverless-2016-10-31\nResources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A # first\n        States:\n          A: {Type: Succeed}\n      Role: x\n');
    expect(found).toMatchObject({ kind: 'template', machines: [{ name: 'Flow', format: 'yaml', text: 'StartAt: A # first\nStates:\n  A: {Type: Succeed}\n' }] });
  });

  it('names the file of a DefinitionUri', () => {
    expect(recognise(template({ DefinitionUri: 'statemachine/order.asl.json' }))).toMatchObject({
      kind: 'template',
      message: 'This is a SAM template, not a definition. Its state machine OrderFlow stands in another file, statemachine/order.asl.json (line 10, Resources › OrderFlow › Properties › DefinitionUri): open that file.',
    });
  });

  it('opens the answer of describe-state-machine', () => {
    const text = JSON.stringify({ stateMachineArn: 'arn', name: 'Flow', definition: JSON.stringify(definition) });
    expect(recognise(text)).toMatchObject({ kind: 'template', machines: [{ name: 'Flow', text: JSON.stringify(definition) }] });
  });

  it('finds machines of YAML templates by their lines', () => {
    const sam = `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  OrderFlow:
    Type: AWS::Serverless::StateMachine # the flow
    Properties:
      DefinitionUri: statemachine/order.asl.yaml
  Other:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        {
          "StartAt": "\${First}",
          "States": {}
        }
      RoleArn: x
  Third:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: A
`;
    const found = recognise(sam);
    if (found.kind !== 'template') throw new Error(found.kind);
    expect(found.message).toContain('OrderFlow (line 7), Other (line 11), Third (line 20)');
    expect(found.machines).toMatchObject([
      { file: 'statemachine/order.asl.yaml' },
      { text: '{\n  "StartAt": "${First}",\n  "States": {}\n}\n' },
      { where: 'Resources › Third › Properties › Definition' },
    ]);
  });

  it('finds the machines of a Serverless Framework file', () => {
    const found = recognise('service: x\nstepFunctions:\n  stateMachines:\n    hello:\n      name: h\n      definition: ${file(flow.asl.json)}\n');
    expect(found).toMatchObject({ kind: 'template', flavour: 'Serverless Framework', machines: [{ name: 'hello', line: 6, file: 'flow.asl.json' }] });
  });

  const corpus = '../shared/corpus';
  it.skipIf(!existsSync(corpus))('takes every definition of the corpus for a machine', () => {
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.asl.json'))) {
      expect({ file, kind: recognise(readFileSync(`${corpus}/${file}`, 'utf8')).kind }).toEqual({ file, kind: 'machine' });
    }
  });
});

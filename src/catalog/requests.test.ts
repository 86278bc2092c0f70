import { describe, expect, it } from 'vitest';
import { OPTIMIZED } from './optimized.ts';
import type { Shape, StructureShape } from './Shape.ts';
import { readerOnDisk } from './testing/catalogOnDisk.ts';

const structure = (shape: Shape | undefined): StructureShape => {
  if (shape?.is !== 'structure') throw new Error('no structure');
  return shape;
};
const request = async (resource: string) => structure(await readerOnDisk.requestShape(`arn:aws:states:::${resource}`));

describe('requests', () => {
  it('are spelled as the integration spells them', async () => {
    const value = async (resource: string) => {
      const item = (await request(resource)).members['Item'];
      return Object.keys(item?.is === 'map' ? structure(item.of).members : {});
    };
    expect(await value('dynamodb:putItem')).toEqual(expect.arrayContaining(['S', 'SS', 'NULL', 'BOOL']));
    expect(await value('aws-sdk:dynamodb:putItem')).toEqual(expect.arrayContaining(['S', 'Ss', 'Nul', 'Bool']));
  });

  it('are those that are documented for optimized integrations, required ones among them', async () => {
    const invoke = await request('lambda:invoke');
    expect(Object.keys(invoke.members)).toEqual(['FunctionName', 'Payload', 'InvocationType', 'Qualifier', 'ClientContext', 'LogType']);
    expect(invoke.required).toEqual(['FunctionName']);
    expect(invoke.members['Payload']).toEqual({ is: 'any' });
    expect(invoke.members['LogType']).toMatchObject({ is: 'string', enum: ['None', 'Tail'] });
    expect((await request('eks:call')).members['Method']).toMatchObject({ is: 'string' });
    expect((await request('sns:publish.waitForTaskToken')).required).toEqual(['Message']);
  });

  it('are known of every optimized action, and hold every parameter it requires', async () => {
    const wrong: string[] = [];
    for (const [service, { actions }] of Object.entries(OPTIMIZED)) {
      for (const name of Object.keys(actions)) {
        const shape = await readerOnDisk.requestShape(`arn:aws:states:::${service}:${name}`);
        if (shape?.is !== 'structure') wrong.push(`${service}:${name} has no request`);
        else for (const required of shape.required ?? []) if (!(required in shape.members)) wrong.push(`${service}:${name} has no ${required}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are explained by one sentence each', async () => {
    const shape = await request('sns:publish');
    const notes = await readerOnDisk.notesOf('arn:aws:states:::sns:publish');
    expect(notes?.member(shape, 'TopicArn')).toMatch(/topic you want to publish to/i);
    expect(notes?.action).toMatch(/message/i);
    expect(notes?.member(shape, 'Nothing')).toBeUndefined();
  });
});

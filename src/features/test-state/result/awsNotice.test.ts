import { describe, expect, it } from 'vitest';
import { awsNotice } from './awsNotice.ts';

describe('what AWS would make of a test', () => {
  it('says the title once', () => {
    expect(awsNotice('AWS would answer: It needs a mock.')).toEqual({ title: 'AWS would answer', text: 'It needs a mock.' });
    expect(awsNotice('AWS would refuse the definition: Invalid State Machine Definition')).toEqual({ title: 'AWS would refuse the definition', text: 'Invalid State Machine Definition' });
  });
  it('leaves other sentences, and several of them, as they are', () => {
    for (const says of ['AWS tests this kind of task only with a mock.', 'AWS would refuse the definition: x\nAWS would answer: y']) expect(awsNotice(says)).toEqual({ title: 'Different on AWS', text: says });
  });
});

import { describe, expect, it } from 'vitest';
import { regionNotes } from './region.ts';

describe('regionNotes', () => {
  it.each(['us-east-1', 'eu-central-2', 'ap-northeast-3', 'af-south-1'])('has nothing to say of %s', (region) => {
    expect(regionNotes(region)).toEqual([]);
  });
  it.each([
    { region: 'cn-north-1', says: [/no HTTP tasks in cn-north-1: the China Regions cannot/] },
    { region: 'us-gov-east-1', says: [/no HTTP tasks in us-gov-east-1/, /TestState API is not clear/] },
    { region: 'us-iso-east-1', says: [/not documented/] },
    { region: 'eusc-de-east-1', says: [/not documented/] },
    { region: 'Frankfurt', says: [/"Frankfurt" is not the name of a region/] },
    { region: '', says: [/not the name of a region/] },
    { region: 'us-east-1\r\nX: y', says: [/not the name of a region/] },
  ])('has a sentence for $region', ({ region, says }) => {
    expect(regionNotes(region)).toEqual(says.map((pattern) => expect.stringMatching(pattern)));
  });
});

import { describe, expect, it } from 'vitest';
import { partitionOf } from './awsPartition.ts';

describe('partitionOf', () => {
  it.each([
    ['us-east-1', 'aws'], ['ap-southeast-7', 'aws'], ['il-central-1', 'aws'], ['mx-central-1', 'aws'], ['cn-north-1', 'aws-cn'], ['cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'], ['us-iso-east-1', 'aws-iso'], ['us-isob-east-1', 'aws-iso-b'], ['us-isof-south-1', 'aws-iso-f'], ['eu-isoe-west-1', 'aws-iso-e'], ['eusc-de-east-1', 'aws-eusc'],
  ])('%s is in %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });
});

import { memberOf, stringOf, valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { hasUnknownMembers } from '../problem.ts';
import { at, givenMember } from '../stateParts.ts';

export const s3WithoutBucket: CheckRule = {
  id: 's3-without-bucket',
  severity: 'error',
  title: 'No bucket is named',
  why: 'ItemReader and ResultWriter work on S3, and S3 needs to know the bucket: without Bucket the Map cannot run.',
  example: {
    bad: { Each: { Type: 'Map', ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Prefix: 'out' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b', Prefix: 'out' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => ['ItemReader', 'ResultWriter'].flatMap((field) => {
    const member = memberOf(state.node, field);
    if (member?.value.kind !== 'object' || hasUnknownMembers(member.value) || !stringOf(member.value, 'Resource')?.includes(':s3:')) return [];
    const given = valueOf(member.value, 'Parameters') ?? valueOf(member.value, 'Arguments');
    if (given && (given.kind !== 'object' || hasUnknownMembers(given) || givenMember(given, 'Bucket'))) return [];
    return [finding(at(state, member.key, field), `${field} of ${JSON.stringify(state.name)} names no bucket. Add Bucket to its ${state.language === 'JSONata' ? 'Arguments' : 'Parameters'}.`)];
  }),
};

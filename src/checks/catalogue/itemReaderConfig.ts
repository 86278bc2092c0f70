import { memberOf, stringOf, valueOf } from '../../asl/pointer.ts';
import { type CheckRule, finding } from '../CheckRule.ts';
import { done } from '../examples.ts';
import { hasUnknownMembers } from '../problem.ts';
import { at } from '../stateParts.ts';

export const itemReaderConfig: CheckRule = {
  id: 'item-reader-config',
  severity: 'warning',
  title: 'An ItemReader that does not say what it reads',
  why: 'To read a file from S3 (s3:getObject), AWS must know whether it is CSV, JSON, JSONL, PARQUET or a MANIFEST: ReaderConfig.InputType.',
  example: {
    bad: { Each: { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key: 'k.csv' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
    good: { Each: { Type: 'Map', ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, Parameters: { Bucket: 'b', Key: 'k.csv' } }, ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, StartAt: 'A', States: { A: done } }, End: true } },
  },
  of: 'state',
  find: (state) => {
    const reader = memberOf(state.node, 'ItemReader');
    if (reader?.value.kind !== 'object' || hasUnknownMembers(reader.value) || !stringOf(reader.value, 'Resource')?.endsWith(':s3:getObject')) return [];
    const config = valueOf(reader.value, 'ReaderConfig');
    if (config && (config.kind !== 'object' || hasUnknownMembers(config) || memberOf(config, 'InputType'))) return [];
    return [finding(at(state, reader.key, 'ItemReader'), 'Add "ReaderConfig": {"InputType": "CSV"}, or JSON, JSONL, PARQUET, MANIFEST: AWS must know how to read the file.')];
  },
};

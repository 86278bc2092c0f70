import type { StateType } from '../../asl/names.ts';

export const TYPE_NOTES: { readonly [type in StateType]: string } = {
  Task: 'Calls a service, a function or an API, and goes on with what it answers.',
  Pass: 'Passes its input on, changed or not. Does no work.',
  Choice: 'Goes on to one of several states, by rules on its input.',
  Wait: 'Waits for a time, or until one.',
  Map: 'Runs the same steps for each item of a list.',
  Parallel: 'Runs several branches side by side and waits for all of them.',
  Succeed: 'Ends the execution, branch or item with success.',
  Fail: 'Ends the execution with an error.',
};

/** Values of which there are only a few, by the name of their field. */
export const CLOSED_VALUES: { readonly [field: string]: readonly string[] } = {
  Mode: ['INLINE', 'DISTRIBUTED'],
  ExecutionType: ['STANDARD', 'EXPRESS'],
  JitterStrategy: ['FULL', 'NONE'],
  InputType: ['JSON', 'JSONL', 'CSV', 'PARQUET', 'MANIFEST'],
  CSVHeaderLocation: ['FIRST_ROW', 'GIVEN'],
  CSVDelimiter: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'],
  ManifestType: ['ATHENA_DATA', 'S3_INVENTORY'],
  OutputType: ['JSON', 'JSONL'],
  Version: ['1.0'],
};
export const READER_TRANSFORMATIONS = ['NONE', 'LOAD_AND_FLATTEN'] as const;
export const WRITER_TRANSFORMATIONS = ['NONE', 'COMPACT', 'FLATTEN'] as const;
export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

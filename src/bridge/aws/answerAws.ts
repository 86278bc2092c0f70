import type { IncomingMessage, ServerResponse } from 'node:http';
import { AWS_PATHS } from '../../protocol/aws.ts';
import { isAwsIdentityRequest, isAwsTestRequest } from '../../protocol/awsGuards.ts';
import { ndjsonLine } from '../../protocol/ndjson.ts';
import { answerJson } from '../answerJson.ts';
import { readAsked } from '../readAsked.ts';
import type { AwsCalls } from './createAwsCalls.ts';

/** A test may be silent for five minutes; the bridge's sockets may not. Empty lines mean nothing to the reader. */
const PULSE_MS = 20_000;

export const isAwsPath = (path: string): boolean => Object.values<string>(AWS_PATHS).includes(path);

/** Calls of AWS, from our own page: whoever asks has been let in already. */
export async function answerAws(path: string, request: IncomingMessage, response: ServerResponse, aws: AwsCalls): Promise<void> {
  if (path === AWS_PATHS.profiles) return answerJson(response, 200, await aws.profiles());
  if (path === AWS_PATHS.identity) {
    const asked = await readAsked(request, response, isAwsIdentityRequest, 'The body names no place in AWS.');
    if (asked !== null) answerJson(response, 200, await aws.identity(asked.place));
    return;
  }
  const asked = await readAsked(request, response, isAwsTestRequest, 'The body is no test for AWS.');
  if (asked === null) return;
  const stopped = new AbortController();
  response.on('close', () => stopped.abort());
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const pulse = setInterval(() => response.write('\n'), PULSE_MS);
  try {
    await aws.testState(asked.place, asked.request, (event) => void response.write(ndjsonLine(event)), stopped.signal);
  } finally {
    clearInterval(pulse);
    response.end();
  }
}

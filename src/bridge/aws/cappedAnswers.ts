import { pipeline, Readable, Transform } from 'node:stream';
import type { SFNClient } from '@aws-sdk/client-sfn';

/** The longest TestState answer is a trace with a dozen values of 256 KiB, escaped in JSON. */
export const ANSWER_CAP_BYTES = 8 * 1024 * 1024;

/** An answer that no Step Functions gives; a custom endpoint could fill the memory of this process with one. */
export class AnswerTooLong extends Error {}

/** Reading stops where an answer grows past what AWS ever says. */
export function cappedAnswers(client: SFNClient, capBytes = ANSWER_CAP_BYTES): SFNClient {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { body?: unknown }; // the SDK's HttpResponse
      if (response.body instanceof Readable) response.body = upTo(response.body, capBytes);
      return result;
    },
    // Behind the SDK's own reader.
    { step: 'deserialize', priority: 'low', name: 'cappedAnswers' },
  );
  return client;
}

function upTo(body: Readable, capBytes: number): Readable {
  let seen = 0;
  const counter = new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      seen += piece.length;
      if (seen > capBytes) done(new AnswerTooLong());
      else done(null, piece);
    },
  });
  // It ends the source, too; whoever reads hears the error from the stream that it reads.
  return pipeline(body, counter, () => {});
}

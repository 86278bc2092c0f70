import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject } from '../lib/Json.ts';
import { PROTOCOL_VERSION } from '../protocol/bridge.ts';
import { answerJson } from './answerJson.ts';
import { readJsonBody } from './readJsonBody.ts';

/** The body of a call, when it has the shape of one and speaks our version; else null, and the refusal is on its way. */
export async function readAsked<T>(request: IncomingMessage, response: ServerResponse, isAsked: (value: unknown) => value is T, refusal: string): Promise<T | null> {
  const body = await readJsonBody(request);
  if (!body.ok) {
    answerJson(response, body.error.status, { error: body.error.message });
    return null;
  }
  const asked = body.value;
  if (isJsonObject(asked) && asked['protocol'] !== PROTOCOL_VERSION) {
    answerJson(response, 409, { product: 'asl-studio', protocol: PROTOCOL_VERSION, error: 'This page and its bridge are of different versions. Reload the page; if that does not help, run "npm start" again.' });
    return null;
  }
  if (isAsked(asked)) return asked;
  answerJson(response, 400, { error: refusal });
  return null;
}

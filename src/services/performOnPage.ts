import { isHttpResource } from '../asl/httpResource.ts';
import { withReplyNotes } from '../http/exchange.ts';
import { maskEchoes } from '../http/maskEchoes.ts';
import { performHttpTask, type HttpWorld } from '../http/performHttpTask.ts';
import { publicPrepared } from '../http/publicPrepared.ts';
import { maskSecrets, redactExchange } from '../http/redact.ts';
import type { HttpTrace } from '../http/taskReply.ts';
import type { TaskCall, TaskReply } from '../interpreter/environment.ts';

/**
 * Carries a task out for a test in the studio. What comes back goes to the worker, the store and the history, so it holds no
 * secret, except the revealed trace where the person asked for it. Secrets that the server repeated are masked in the result too: a
 * workflow that gets hold of one could encode it and send it to another host.
 */
export async function performOnPage(call: TaskCall, world: HttpWorld, signal: AbortSignal, options: { readonly revealSecrets: boolean }): Promise<TaskReply> {
  if (!isHttpResource(call.resource)) {
    const message = `Tasks that call ${call.resource} do not run from here. Give ${JSON.stringify(call.stateName)} a mock: its result or error then stands for the call.`;
    return { kind: 'not-performed', reason: { kind: 'needs-mock', message } };
  }
  const reply = await performHttpTask(call, world, signal);
  return reply.http === undefined ? reply : withoutEchoes(reply, reply.http, options.revealSecrets);
}

const ECHO_NOTE = 'The response repeated a secret of the connection. It stands as •••• in the output here, so that no later state can send it elsewhere; in AWS the output would hold it.';

function withoutEchoes(reply: TaskReply, http: HttpTrace, reveal: boolean): TaskReply {
  const secrets = http.prepared?.secretValues ?? [];
  const kept = keepable(http, reveal);
  if (reply.kind === 'failure') return { ...reply, http: kept, ...(reply.cause === undefined ? {} : { cause: maskSecrets(reply.cause, secrets) }) };
  if (reply.kind !== 'result') return { ...reply, http: kept };
  const value = maskEchoes(reply.value, secrets);
  return value === reply.value ? { ...reply, http: kept } : { ...reply, value, http: withNote(kept, ECHO_NOTE) };
}

const withNote = (http: HttpTrace, note: string): HttpTrace =>
  http.exchange === undefined ? http : { ...http, exchange: withReplyNotes(http.exchange, [note]) };

function keepable(http: HttpTrace, reveal: boolean): HttpTrace {
  const { request, requestRevealed, response, responseRevealed, exchange, tokenExchange, prepared } = http;
  return {
    request,
    requestRevealed: reveal ? requestRevealed : request,
    ...(response === undefined ? {} : { response }),
    ...(reveal && responseRevealed !== undefined ? { responseRevealed } : {}),
    ...(exchange === undefined || prepared === undefined ? {} : { exchange: redactExchange(exchange, prepared) }),
    ...(tokenExchange === undefined ? {} : { tokenExchange }),
    ...(prepared === undefined ? {} : { prepared: publicPrepared(prepared) }),
  };
}

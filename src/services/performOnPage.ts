import { performHttpTask, type HttpWorld } from '../http/performHttpTask.ts';
import { publicPrepared } from '../http/publicPrepared.ts';
import { redactExchange } from '../http/redact.ts';
import type { HttpTrace } from '../http/taskReply.ts';
import type { TaskCall, TaskReply } from '../interpreter/environment.ts';

const HTTP_INVOKE = /^arn:aws[a-z-]*:states:[a-z0-9-]*:\d*:http:invoke$/;

/**
 * Carries a task out for a test in the studio. What comes back goes to the worker, the store and the history, so it holds no
 * secret, except the revealed trace where the person asked for it.
 */
export async function performOnPage(call: TaskCall, world: HttpWorld, signal: AbortSignal, options: { readonly revealSecrets: boolean }): Promise<TaskReply> {
  if (!HTTP_INVOKE.test(call.resource)) {
    const message = `Tasks that call ${call.resource} do not run from here. Give ${JSON.stringify(call.stateName)} a mock: its result or error then stands for the call.`;
    return { kind: 'not-performed', reason: { kind: 'needs-mock', message } };
  }
  const reply = await performHttpTask(call, world, signal);
  return reply.http === undefined ? reply : { ...reply, http: keepable(reply.http, options.revealSecrets) };
}

function keepable(http: HttpTrace, reveal: boolean): HttpTrace {
  const { request, requestRevealed, response, responseRevealed, exchange, prepared } = http;
  return {
    request,
    requestRevealed: reveal ? requestRevealed : request,
    ...(response === undefined ? {} : { response }),
    ...(reveal && responseRevealed !== undefined ? { responseRevealed } : {}),
    ...(exchange === undefined || prepared === undefined ? {} : { exchange: redactExchange(exchange, prepared) }),
    ...(prepared === undefined ? {} : { prepared: publicPrepared(prepared) }),
  };
}

import { type CheckRule, finding } from '../CheckRule.ts';
import { task } from '../examples.ts';
import { at, plainText, textsWithin } from '../stateParts.ts';

/** Shapes that their issuers document, so that secrets can be found. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{40,}/, 'a token of GitHub'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
  [/\b[sr]k_live_[A-Za-z0-9]{16,}/, 'a live key of Stripe'],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, 'an API key of Google'],
  [/\bsk-[A-Za-z0-9_-]{32,}/, 'an API key'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'a signed token (JWT)'],
  [/^(Bearer|Basic) [A-Za-z0-9+/._~=-]{16,}$/, 'a value for Authorization'],
];
const NAMED = /^(.*[-_.])?(authorization|api[-_]?key|x-api-key|secret|client[-_]?secret|password|passwd|access[-_]?token|auth[-_]?token|private[-_]?key)(\.\$)?$/i;

/** Shannon, in bits a character: words and identifiers stay below 3.5. */
function entropy(text: string): number {
  const count = new Map<string, number>();
  for (const character of text) count.set(character, (count.get(character) ?? 0) + 1);
  return [...count.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}

function whatSecret(text: string, name: string): string | null {
  const shape = SHAPES.find(([pattern]) => pattern.test(text));
  if (shape) return shape[1];
  const random = text.length >= 16 && !/[\s:/]/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text) && entropy(text) >= 3.5;
  return NAMED.test(name) && random ? 'a secret' : null;
}

export const hardCodedSecret: CheckRule = {
  id: 'hard-coded-secret',
  severity: 'warning',
  title: 'A secret in the definition',
  why: 'Whoever may read the state machine reads the secret, and so do its history, its logs and the repository. Keep it in an EventBridge connection (HTTP tasks) or in Secrets Manager, and replace the one that stood here.',
  example: {
    bad: { Call: task('lambda:invoke', { Parameters: { FunctionName: 'f', Payload: { apiKey: 'k7Qz91hXv4Lw0sTb8RmE2c' } } }) },
    good: { Call: task('lambda:invoke', { Parameters: { FunctionName: 'f', Payload: { 'apiKey.$': '$.apiKey' } } }) },
  },
  of: 'state',
  find: (state) => textsWithin(state).flatMap(({ node, way, name }) => {
    if (!plainText(node) || node.value.length < 12 || node.value.includes('{{resolve:') || way[0] === 'Resource') return [];
    const what = whatSecret(node.value, name);
    return what === null ? [] : [finding(at(state, node, ...way), `This looks like ${what}. Keep it in a connection or in Secrets Manager, and replace it, since it may have been seen.`)];
  }),
};

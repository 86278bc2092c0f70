import { isUrl } from '../../lib/isUrl.ts';
import { memberOf, valueOf } from '../../asl/pointer.ts';
import type { StateEntry } from '../../asl/states.ts';
import { classifyHost, isInsideOrRefused } from '../../http/addressKind.ts';
import { isConnectionArn, MADE_UP_ACCOUNT } from '../../http/connectionArn.ts';
import { HTTP_METHODS } from '../../http/readArguments.ts';
import { didYouMean } from '../didYouMean.ts';
import { atValue, ofOneState, problem, type Problem } from '../problem.ts';
import { find, httpTaskOf, missing, placeIn, sayAt, type HttpTask } from './httpTaskNode.ts';
import { headers, queryParameters, transform, unknownFields } from './httpTaskParts.ts';

/** The fields of an HTTP task as far as they stand in the document; paths and expressions are known only when it runs. */
export const httpTask = ofOneState((state) => {
  const task = httpTaskOf(state);
  return task === null ? pattern(state) : [...endpoint(task), ...method(task), ...connection(task), ...headers(task), ...queryParameters(task), ...transform(task), ...unknownFields(task)];
});

/** Source: http-task.md section 1. */
function pattern(state: StateEntry): readonly Problem[] {
  const resource = valueOf(state.node, 'Resource');
  if (state.type !== 'Task' || resource?.kind !== 'string' || !/:http:invoke\.(sync(:2)?|waitForTaskToken)$/.test(resource.value)) return [];
  return [problem('error', 'http-pattern', atValue(state, resource, 'Resource'), 'An HTTP task only waits for the response: it knows neither .sync nor .waitForTaskToken. Write arn:aws:states:::http:invoke.')];
}

function endpoint(task: HttpTask): readonly Problem[] {
  const { value, dynamic } = find(task.given, 'ApiEndpoint');
  if (dynamic) return [];
  if (value === undefined) return missing(task, 'missing-endpoint', 'has no ApiEndpoint. Add the full URL it calls, such as https://api.example.com/v1/items.');
  const at = placeIn(task, value, 'ApiEndpoint');
  if (value.kind !== 'string' || !isUrl(value.value)) return sayAt('error', 'bad-endpoint', at, 'ApiEndpoint must be a full URL, such as https://api.example.com/v1/items.');
  const url = new URL(value.value);
  if (url.username !== '' || url.password !== '') return sayAt('error', 'endpoint-user-info', at, 'ApiEndpoint must not hold a user name or password: put them into a Basic connection.');
  if (value.value.includes('#')) return sayAt('error', 'endpoint-fragment', at, 'ApiEndpoint must not hold a fragment: remove the part from # on.');
  if (url.protocol !== 'https:') return sayAt('error', 'endpoint-not-https', at, 'AWS would refuse this endpoint: Step Functions calls https only. Use https here, and send tests elsewhere with a host mapping.');
  if (!isInsideOrRefused(classifyHost(url.hostname))) return [];
  return sayAt('warning', 'endpoint-inside', at, `AWS cannot reach ${url.host}, an address inside this machine or network. Use a public name here, and send tests elsewhere with a host mapping.`);
}

function method(task: HttpTask): readonly Problem[] {
  const { value, dynamic } = find(task.given, 'Method');
  if (dynamic) return [];
  if (value === undefined) return missing(task, 'missing-method', `has no Method. Add one of ${HTTP_METHODS.join(', ')}.`);
  if (value.kind === 'string' && HTTP_METHODS.some((known) => known === value.value)) return [];
  const guess = value.kind === 'string' ? didYouMean(value.value, HTTP_METHODS) : '';
  return sayAt('error', 'bad-method', placeIn(task, value, 'Method'), `Method must be one of ${HTTP_METHODS.join(', ')}, in capitals.${guess}`);
}

function connection(task: HttpTask): readonly Problem[] {
  const holders = ['InvocationConfig', 'Authentication'].filter((key) => memberOf(task.given, key) ?? memberOf(task.given, `${key}.$`));
  const [name] = holders;
  if (name === undefined) return missing(task, 'missing-connection', 'has no connection: every HTTP task calls through one. Choose or make one in the form of the state.');
  if (holders.length > 1) return missing(task, 'two-connections', 'has both InvocationConfig and Authentication. Keep InvocationConfig and remove Authentication.');
  const holder = find(task.given, name);
  if (holder.dynamic || holder.value === undefined) return [];
  const { value, dynamic } = find(holder.value, 'ConnectionArn');
  if (dynamic) return [];
  if (value === undefined) return missing(task, 'missing-connection', `has no ConnectionArn in ${name}. Choose or make a connection in the form of the state.`);
  const at = placeIn(task, value, name, 'ConnectionArn');
  if (value.kind !== 'string' || !isConnectionArn(value.value)) {
    return sayAt('error', 'bad-connection-arn', at, 'ConnectionArn must be the ARN of an EventBridge connection: arn:aws:events:REGION:ACCOUNT:connection/NAME/ID.');
  }
  if (value.value.split(':')[4] !== MADE_UP_ACCOUNT) return [];
  return sayAt('warning', 'made-up-connection-arn', at, 'This connection was made here and AWS does not know it. Make it in EventBridge and put its ARN here before you deploy.');
}

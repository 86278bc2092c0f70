import type { Json, JsonObject } from '../../lib/Json.ts';
import { context, input, type Dialect, type FilledObject } from './dialect.ts';
import type { StatesPattern } from './Pattern.ts';
import { call, catchAll, catches, END, failed, go, invoke, retry } from './services.ts';

const PASSING_HTTP = ['States.Http.StatusCode.429', 'States.Http.StatusCode.500', 'States.Http.StatusCode.502', 'States.Http.StatusCode.503', 'States.Http.StatusCode.504', 'States.Http.Socket'];

/** Each call has its own key: a retry of it is the same call for Stripe, another call of the execution is not. */
const stripeKey = (d: Dialect, step: string): FilledObject =>
  d.language === 'JSONata' ? { 'Idempotency-Key': `{% $states.context.Execution.Name & '-${step}' %}` } : { 'Idempotency-Key.$': `States.Format('{}-${step}', $$.Execution.Name)` };

const stripe = (d: Dialect, path: string, step: string, body: FilledObject, ...fields: readonly JsonObject[]): JsonObject =>
  call(d, 'http:invoke', {
    Method: 'POST', ApiEndpoint: `https://api.stripe.com/v1/${path}`, InvocationConfig: { ConnectionArn: '${StripeConnectionArn}' },
    Headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...stripeKey(d, step) }, RequestBody: body, Transform: { RequestBodyEncoding: 'URL_ENCODED' },
  }, d.keep(step), retry(PASSING_HTTP, 2, 3), catchAll(d, 'Invoice failed'), ...fields);

/** An endpoint with the id of the invoice in its path. */
const stripeSend = (d: Dialect): JsonObject => {
  const task = stripe(d, 'invoices', 'sent', { expand: ['customer'] }, END);
  const key = d.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const { ApiEndpoint: _fixed, ...request } = task[key] as { readonly [key: string]: Json };
  const endpoint: JsonObject = d.language === 'JSONata'
    ? { ApiEndpoint: "{% 'https://api.stripe.com/v1/invoices/' & $states.input.invoice.ResponseBody.id & '/send' %}" }
    : { 'ApiEndpoint.$': "States.Format('https://api.stripe.com/v1/invoices/{}/send', $.invoice.ResponseBody.id)" };
  return { ...task, [key]: { ...endpoint, ...request } };
};

const CIRCUIT = { TableName: '${CircuitTableName}', Key: { Service: { S: '${ServiceName}' } } };

/** What goes wrong, and what is done about it. */
export const FAILURE_PATTERNS: readonly StatesPattern[] = [
  {
    id: 'saga', name: 'Saga with compensation', text: 'Three steps; when one fails, those before it are taken back',
    words: 'rollback undo transaction compensate distributed order payment',
    machine: (d) => ({
      StartAt: 'Reserve stock',
      States: {
        'Reserve stock': invoke(d, 'ReserveStockFunction', 'reservation', catchAll(d, 'Order failed'), go('Charge card')),
        'Charge card': invoke(d, 'ChargeCardFunction', 'charge', catchAll(d, 'Release stock'), go('Ship order')),
        'Ship order': invoke(d, 'ShipOrderFunction', 'shipment', catchAll(d, 'Refund card'), END),
        'Refund card': invoke(d, 'RefundCardFunction', 'refund', go('Release stock')),
        'Release stock': invoke(d, 'ReleaseStockFunction', 'release', go('Order failed')),
        'Order failed': failed('Order.Failed', 'A step failed, and what had been done was taken back.'),
      },
    }),
  },
  {
    id: 'dead-letter', name: 'Retry with dead letter', text: 'Try again with a growing pause, then put the input on a queue',
    words: 'dlq sqs retry backoff jitter error queue',
    machine: (d) => ({
      StartAt: 'Process',
      States: {
        Process: { ...invoke(d, 'ProcessFunction', 'processed', catchAll(d, 'Keep for later')), ...retry(['States.TaskFailed', 'States.Timeout'], 2, 5), TimeoutSeconds: 60, ...END },
        'Keep for later': call(d, 'sqs:sendMessage', { QueueUrl: '${DeadLetterQueueUrl}', MessageBody: { execution: context('Execution.Id'), input: input() } }, d.passOn(), go('Not processed')),
        'Not processed': failed('Process.Failed', 'All attempts failed. The input lies in the dead letter queue.'),
      },
    }),
  },
  {
    id: 'circuit-breaker', name: 'Circuit breaker', text: 'Leave out a service that has failed until it had time to recover',
    words: 'dynamodb fallback open closed protect failing downstream ttl',
    machine: (d) => ({
      StartAt: 'Look at circuit',
      States: {
        'Look at circuit': call(d, 'dynamodb:getItem', { ...CIRCUIT, ConsistentRead: true }, d.keep('circuit'), go('Circuit open?')),
        'Circuit open?': { Type: 'Choice', Choices: [d.rule({ path: 'circuit.Item.Open', is: 'present', next: 'Service is down' })], Default: 'Call service' },
        'Call service': invoke(d, 'ServiceFunction', 'answer', catchAll(d, 'Open circuit'), END),
        'Open circuit': call(d, 'dynamodb:putItem', { TableName: CIRCUIT.TableName, Item: { ...CIRCUIT.Key, Open: { BOOL: true } } }, d.passOn(), go('Let it recover')),
        'Let it recover': { Type: 'Wait', Seconds: 60, ...go('Close circuit') },
        'Close circuit': call(d, 'dynamodb:deleteItem', CIRCUIT, d.passOn(), go('Service is down')),
        'Service is down': failed('Circuit.Open', 'The service has failed, and is left out until it had time to recover.'),
      },
    }),
  },
  {
    id: 'do-once', name: 'Do it only once', text: 'A conditional write lets the first execution through, and no other',
    words: 'idempotent lock dynamodb duplicate conditional deduplicate',
    machine: (d) => ({
      StartAt: 'Claim',
      States: {
        Claim: call(d, 'dynamodb:putItem', { TableName: '${ClaimTableName}', Item: { Id: { S: input('id') }, ClaimedBy: { S: context('Execution.Id') } }, ConditionExpression: 'attribute_not_exists(Id)' }, d.passOn(), catches(d, ['DynamoDB.ConditionalCheckFailedException'], 'Done before'), go('Do it')),
        'Do it': invoke(d, 'DoItFunction', 'done', catchAll(d, 'Give claim back'), END),
        'Give claim back': call(d, 'dynamodb:deleteItem', { TableName: '${ClaimTableName}', Key: { Id: { S: input('id') } } }, d.passOn(), go('Not done')),
        'Not done': failed('Do.Failed', 'It failed, and may be tried again.'),
        'Done before': { Type: 'Succeed' },
      },
    }),
  },
  {
    id: 'notify-failure', name: 'Tell somebody when it fails', text: 'Steps in a Parallel with one catcher: a message, then the failure',
    words: 'try catch alert sns notification error handler alarm',
    machine: (d) => ({
      StartAt: 'Try',
      States: {
        Try: { Type: 'Parallel', Branches: [{ StartAt: 'First step', States: { 'First step': { Type: 'Pass', ...go('Second step') }, 'Second step': { Type: 'Pass', ...END } } }], ...d.keep('steps'), ...catchAll(d, 'Tell somebody'), ...END },
        'Tell somebody': call(d, 'sns:publish', { TopicArn: '${AlertTopicArn}', Subject: 'A workflow failed', Message: { execution: context('Execution.Id'), error: input('error') } }, d.passOn(), go('Failed')),
        Failed: failed('Workflow.Failed', 'A step failed, and a message about it was sent.'),
      },
    }),
  },
  {
    id: 'stripe-invoice', name: 'Stripe invoice', text: 'Make an invoice, put a line on it, send it; each call safe to repeat',
    words: 'http payment billing third-party api idempotency customer',
    machine: (d) => ({
      StartAt: 'Create invoice',
      States: {
        'Create invoice': stripe(d, 'invoices', 'invoice', { customer: input('customerId'), collection_method: 'send_invoice', days_until_due: 30 }, go('Add invoice line')),
        'Add invoice line': stripe(d, 'invoiceitems', 'line', { customer: input('customerId'), invoice: input('invoice.ResponseBody.id'), amount: input('amount'), currency: 'usd', description: input('description') }, go('Send invoice')),
        'Send invoice': stripeSend(d),
        'Invoice failed': failed('Billing.Failed', 'Stripe did not take the invoice.'),
      },
    }),
  },
];

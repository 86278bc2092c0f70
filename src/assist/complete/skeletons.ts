import { HTTP_RESOURCE } from '../../asl/httpResource.ts';
import type { QueryLanguage, StateType } from '../../asl/names.ts';
import { expression, list, object, raw, text, type Skeleton } from '../Skeleton.ts';
import type { Role } from '../roleAt.ts';

const inner = (name: string): Skeleton => object(['StartAt', text(name)], ['States', object([name, object(['Type', text('Pass')], ['End', raw('true')])])]);
const branch = inner('${1:First}');
const retrier = (errors: string): Skeleton => object(['ErrorEquals', list(text(errors))], ['IntervalSeconds', raw('${2:2}')], ['MaxAttempts', raw('${3:3}')], ['BackoffRate', raw('${4:2}')]);
const catcher = object(['ErrorEquals', list(text('${1:States.ALL}'))], ['Next', text('$2')]);
const ruleIn = (language: QueryLanguage): Skeleton =>
  language === 'JSONata' ? object(['Condition', expression('$1')], ['Next', text('$2')]) : object(['Variable', text('\\$.${1:value}')], ['${2:StringEquals}', text('$3')], ['Next', text('$4')]);
const template = (language: QueryLanguage): Skeleton => (language === 'JSONata' ? object(['${1:name}', expression('$2')]) : object(['${1:name}.\\$', text('\\$.${2:value}')]));

const SCALARS: { readonly [field: string]: Skeleton } = {
  End: raw('true'), Next: text('$1'), Default: text('$1'), StartAt: text('$1'), Type: text('$1'), Resource: text('$1'), QueryLanguage: text('${1|JSONata,JSONPath|}'), Comment: text('$1'), Version: text('1.0'),
  Seconds: raw('${1:5}'), Timestamp: text('${1:2026-01-31T08:00:00Z}'), TimeoutSeconds: raw('${1:60}'), HeartbeatSeconds: raw('${1:30}'),
  MaxConcurrency: raw('${1:10}'), ToleratedFailureCount: raw('${1:1}'), ToleratedFailurePercentage: raw('${1:5}'), Label: text('$1'), Error: text('${1:Name}'), Cause: text('${1:What went wrong}'),
  Condition: expression('$1'), Variable: text('\\$.$1'), Items: expression('\\$states.input.${1:items}'), Output: expression('$1'), Result: object(['${1:name}', text('$2')]),
  ErrorEquals: list(text('$1')), IntervalSeconds: raw('${1:2}'), MaxAttempts: raw('${1:3}'), BackoffRate: raw('${1:2}'), MaxDelaySeconds: raw('${1:60}'), JitterStrategy: text('${1|FULL,NONE|}'),
  Mode: text('${1|INLINE,DISTRIBUTED|}'), ExecutionType: text('${1|STANDARD,EXPRESS|}'), ProcessorConfig: object(['Mode', text('${1|INLINE,DISTRIBUTED|}')]),
  Credentials: object(['RoleArn', text('$1')]), RoleArn: text('$1'), MaxItems: raw('${1:1000}'), MaxItemsPerBatch: raw('${1:10}'), MaxInputBytesPerBatch: raw('${1:262144}'), BatchInput: object(['${1:name}', text('$2')]),
  CSVHeaders: list(text('$1')), ItemsPointer: text('/$1'), InputType: text('$1'), Transformation: text('$1'), OutputType: text('$1'), CSVHeaderLocation: text('$1'), CSVDelimiter: text('$1'), ManifestType: text('$1'),
  ReaderConfig: object(['InputType', text('$1')]), WriterConfig: object(['OutputType', text('$1')]),
  States: object(['${1:Name}', object(['Type', text('$2')])]), Catch: list(catcher), Branches: list(branch), ItemProcessor: inner('${1:First}'),
  ItemBatcher: object(['MaxItemsPerBatch', raw('${1:10}')]),
};

/** What is filled in behind a name, with the caret where a person goes on. */
export function fieldSkeleton(name: string, role: Role): Skeleton {
  const { language, kind } = role;
  if (Object.hasOwn(SCALARS, name) && !(name === 'Output' && language === 'JSONPath')) return SCALARS[name] as Skeleton;
  switch (name) {
    case 'Retry':
      return list(retrier('${1:States.TaskFailed}'));
    case 'Choices':
      return list(ruleIn(language));
    case 'And':
    case 'Or':
      return list(object(['Variable', text('\\$.$1')]));
    case 'Not':
      return object(['Variable', text('\\$.$1')]);
    case 'ItemReader':
      return object(['Resource', text('arn:aws:states:::s3:getObject')], ['ReaderConfig', object(['InputType', text('${1|JSON,JSONL,CSV,PARQUET,MANIFEST|}')])], [language === 'JSONata' ? 'Arguments' : 'Parameters', object(['Bucket', text('$2')], ['Key', text('$3')])]);
    case 'ResultWriter':
      return object(['Resource', text('arn:aws:states:::s3:putObject')], [language === 'JSONata' ? 'Arguments' : 'Parameters', object(['Bucket', text('$1')], ['Prefix', text('$2')])]);
    case 'Parameters':
    case 'Arguments':
      return kind === 'state' ? object(['$1', raw('$2')]) : template(language);
    default:
      if (name.startsWith('Is') || /^BooleanEquals$/.test(name)) return raw('${1|true,false|}');
      if (/^Numeric\w+(?<!Path)$/.test(name)) return raw('${1:0}');
      if (/^Timestamp\w+(?<!Path)$/.test(name)) return text('${1:2026-01-31T08:00:00Z}');
      if (name.endsWith('Path') || name.endsWith('.$')) return text('\\$$1');
      return ['ResultSelector', 'ItemSelector', 'Assign'].includes(name) ? template(language) : text('$1');
  }
}

export interface Snippet {
  readonly label: string;
  readonly says: string;
  readonly name: string;
  readonly state: Skeleton;
}

const given = (language: QueryLanguage): string => (language === 'JSONata' ? 'Arguments' : 'Parameters');
const http = (language: QueryLanguage): readonly (readonly [string, Skeleton])[] => [
  ['Type', text('Task')], ['Resource', text(HTTP_RESOURCE)],
  [given(language), object(['Method', text('${2|GET,POST,PUT,PATCH,DELETE|}')], ['ApiEndpoint', text('https://$3')], ['InvocationConfig', object(['ConnectionArn', text('$4')])])],
];
const lambda = (language: QueryLanguage): readonly (readonly [string, Skeleton])[] => [
  ['Type', text('Task')], ['Resource', text('arn:aws:states:::lambda:invoke')],
  [given(language), object(['FunctionName', text('$2')], language === 'JSONata' ? ['Payload', text('{% \\$states.input %\\}')] : ['Payload.\\$', text('\\$')])],
];
const LAMBDA_RETRY: readonly [string, Skeleton] = ['Retry', list(object(['ErrorEquals', list(text('Lambda.ServiceException'), text('Lambda.AWSLambdaException'), text('Lambda.SdkClientException'), text('Lambda.TooManyRequestsException'))], ['IntervalSeconds', raw('1')], ['MaxAttempts', raw('3')], ['BackoffRate', raw('2')], ['JitterStrategy', text('FULL')]))];
const HTTP_RETRY: readonly [string, Skeleton] = ['Retry', list(object(['ErrorEquals', list(text('States.Http.StatusCode.429'), text('States.Http.StatusCode.503'), text('States.Http.Socket'))], ['IntervalSeconds', raw('2')], ['MaxAttempts', raw('4')], ['BackoffRate', raw('2')], ['JitterStrategy', text('FULL')]))];
const NEXT: readonly [string, Skeleton] = ['Next', text('$0')];

/** Whole states and patterns, likeliest first. */
export function stateSnippets(language: QueryLanguage): readonly Snippet[] {
  const simple = (type: StateType, says: string, ...members: readonly (readonly [string, Skeleton])[]): Snippet => ({ label: `${type} state`, says, name: type, state: object(['Type', text(type)], ...members) });
  return [
    { label: 'Task: Lambda', says: 'Invokes a Lambda function.', name: 'Invoke', state: object(...lambda(language), NEXT) },
    { label: 'Task: Lambda with retry', says: 'Invokes a Lambda function and retries its transient errors.', name: 'Invoke', state: object(...lambda(language), LAMBDA_RETRY, NEXT) },
    { label: 'Task: HTTPS endpoint', says: 'Calls an API through a connection.', name: 'Call API', state: object(...http(language), NEXT) },
    { label: 'Task: HTTPS endpoint with retry', says: 'Calls an API, and again when it is busy.', name: 'Call API', state: object(...http(language), HTTP_RETRY, NEXT) },
    { label: 'Task state', says: 'Calls a service.', name: 'Task', state: object(['Type', text('Task')], ['Resource', text('$2')], NEXT) },
    simple('Pass', 'Passes its input on.', NEXT),
    { label: 'Choice state', says: 'Goes on by rules.', name: 'Choice', state: object(['Type', text('Choice')], ['Choices', list(language === 'JSONata' ? object(['Condition', expression('$2')], ['Next', text('$3')]) : object(['Variable', text('\\$.$2')], ['StringEquals', text('$3')], ['Next', text('$4')]))], ['Default', text('$0')]) },
    simple('Wait', 'Waits for some seconds.', ['Seconds', raw('${2:5}')], NEXT),
    simple('Map', 'Runs steps for each item.', ['ItemProcessor', object(['ProcessorConfig', object(['Mode', text('INLINE')])], ['StartAt', text('${2:Each}')], ['States', object(['${2:Each}', object(['Type', text('Pass')], ['End', raw('true')])])])], NEXT),
    simple('Parallel', 'Runs branches side by side.', ['Branches', list(inner('${2:One}'), inner('${3:Other}'))], NEXT),
    { label: 'Succeed state', says: 'Ends with success.', name: 'Success', state: object(['Type', text('Succeed')]) },
    { label: 'Fail state', says: 'Ends with an error.', name: 'Fail', state: object(['Type', text('Fail')], ['Error', text('${2:Name}')], ['Cause', text('${3:What went wrong}')]) },
  ];
}

/** What an item of a list looks like. */
export function itemSkeleton(role: Role): { readonly label: string; readonly skeleton: Skeleton } | null {
  switch (role.kind) {
    case 'retry':
      return { label: 'Retrier', skeleton: retrier('${1:States.TaskFailed}') };
    case 'catch':
      return { label: 'Catcher', skeleton: catcher };
    case 'choices':
      return { label: 'Rule', skeleton: ruleIn(role.language) };
    case 'tests':
      return { label: 'Test', skeleton: object(['Variable', text('\\$.$1')], ['${2:StringEquals}', text('$3')]) };
    case 'branches':
      return { label: 'Branch', skeleton: branch };
    default:
      return null;
  }
}

export const machineSkeleton = object(['QueryLanguage', text('${1|JSONata,JSONPath|}')], ['StartAt', text('${2:First}')], ['States', object(['${2:First}', object(['Type', text('Pass')], ['End', raw('true')])])]);

/** What people call a service when they do not know its name. */
export const SERVICE_WORDS: { readonly [service: string]: string } = {
  acm: 'tls ssl certificate', apigateway: 'rest api', appconfig: 'feature flag', athena: 'sql query', autoscaling: 'asg scaling', backup: 'restore', batch: 'compute job', bedrock: 'ai model llm',
  bedrockruntime: 'ai model llm prompt claude generate chat', cloudformation: 'stack iac', cloudfront: 'cdn distribution', cloudtrail: 'audit', cloudwatch: 'metric alarm monitor dashboard',
  cloudwatchlogs: 'cwl log', codebuild: 'ci', codepipeline: 'ci cd', cognitoidentityprovider: 'user pool login sign auth', comprehend: 'nlp sentiment language', config: 'compliance rule',
  costexplorer: 'bill cost spend', databasemigration: 'dms', databrew: 'data preparation', dynamodb: 'nosql table ddb', ebs: 'disk', ec2: 'vm virtual machine server vpc', ecr: 'docker registry',
  ecs: 'container docker fargate', efs: 'nfs file system', eks: 'kubernetes k8s', elasticache: 'redis memcached', elasticloadbalancingv2: 'alb nlb load balancer elb', emr: 'spark hadoop',
  eventbridge: 'event bus rule', events: 'event bus', firehose: 'delivery stream', fsx: 'lustre file system', glue: 'etl', guardduty: 'threat', iam: 'permission policy role user', kinesis: 'stream',
  kms: 'encryption key', lambda: 'function serverless code', opensearch: 'elasticsearch', organizations: 'account', personalize: 'recommendation', pinpoint: 'campaign', polly: 'speech voice tts',
  rds: 'sql postgres mysql aurora', rdsdata: 'sql aurora', redshift: 'warehouse', redshiftdata: 'sql warehouse', rekognition: 'image face vision', route53: 'dns domain', s3: 'bucket file storage upload download',
  sagemaker: 'ml machine learning', scheduler: 'cron schedule', secretsmanager: 'password credential', ses: 'email mail', sesv2: 'email mail', sfn: 'workflow state machine', sns: 'notification topic sms',
  sqs: 'queue', ssm: 'parameter store automation systems manager', states: 'workflow nested state machine', sts: 'identity token credentials', textract: 'ocr document', transcribe: 'speech audio',
  translate: 'language', wafv2: 'firewall', http: 'https rest api webhook third-party', xray: 'trace', elasticmapreduce: 'spark hadoop emr',
};

/** Other words for the verbs of actions. */
export const VERBS: { readonly [word: string]: readonly string[] } = {
  add: ['create', 'put'], begin: ['start'], call: ['invoke'], cancel: ['stop'], change: ['update', 'modify'], check: ['get', 'describe'], copy: ['copy', 'duplicate'], destroy: ['delete', 'terminate'],
  download: ['get'], drop: ['delete'], edit: ['update', 'modify'], end: ['stop', 'terminate'], execute: ['invoke', 'start', 'run'], fetch: ['get', 'describe'], find: ['list', 'search', 'describe'],
  generate: ['invoke', 'create'], insert: ['put', 'create'], kill: ['stop', 'terminate'], launch: ['run', 'start', 'create'], load: ['get'], make: ['create'], modify: ['update'], new: ['create'],
  notify: ['publish'], read: ['get', 'describe'], remove: ['delete'], retrieve: ['get'], run: ['start', 'invoke'], save: ['put'], send: ['publish', 'put'], set: ['put', 'update'], show: ['describe', 'list', 'get'],
  store: ['put'], terminate: ['stop', 'delete'], trigger: ['start', 'invoke'], update: ['modify', 'put'], upload: ['put'], write: ['put'],
};

/** What is chosen most often, first of all in a list that fits equally well. */
export const POPULAR: { readonly [service: string]: number } = {
  lambda: 9, dynamodb: 9, s3: 9, sqs: 8, sns: 8, states: 8, sfn: 7, ecs: 7, events: 7, eventbridge: 6, glue: 6, batch: 6, athena: 6, ec2: 6, rds: 5, ssm: 5, secretsmanager: 5, ses: 4, sesv2: 5, bedrock: 5,
  bedrockruntime: 5, sagemaker: 5, http: 8, apigateway: 5, eks: 5, emr: 4, elasticmapreduce: 5, codebuild: 4, textract: 4, rekognition: 4, comprehend: 4, transcribe: 4, translate: 4, cloudwatch: 4,
  cloudwatchlogs: 4, iam: 4, sts: 4, kms: 4, redshiftdata: 4, rdsdata: 4, firehose: 3, kinesis: 4, cognitoidentityprovider: 3, cloudformation: 3, organizations: 3, route53: 3, scheduler: 4, polly: 3, mediaconvert: 4,
};

/** Other words for the things that actions are about, in the singular. */
export const NOUNS: { readonly [word: string]: readonly string[] } = {
  row: ['item', 'record'], record: ['item'], document: ['item', 'object'], file: ['object'], blob: ['object'], entry: ['item'], vm: ['instance'], server: ['instance'], machine: ['instance'], workflow: ['execution', 'state'],
  container: ['task'], mail: ['email'], text: ['message'], password: ['secret'], credential: ['secret'], llm: ['model'], ai: ['model'], folder: ['objects'], url: ['uri'], log: ['logs'], setting: ['parameter', 'configuration'],
};

/** Words between the others that no name is searched for. */
export const FILLERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'to', 'from', 'in', 'into', 'of', 'on', 'for', 'with', 'and', 'my', 'by', 'at']);

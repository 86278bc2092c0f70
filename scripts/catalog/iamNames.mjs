/** Services whose actions IAM keeps under a name that their operations do not tell; null: IAM does not decide on their calls. */
export const IAM_SERVICE = {
  apigateway: undefined, apigatewayv2: undefined, applicationcostprofiler: 'application-cost-profiler', cloudhsm: 'cloudhsm', codecatalyst: 'codecatalyst', dynamodbstreams: 'dynamodb',
  finspacedata: 'finspace-api', iotthingsgraph: 'iotthingsgraph', keyspaces: 'cassandra', connectparticipant: null, sso: null, ssooidc: null, elasticinference: 'elastic-inference',
};

const both = (name, get, put) => ({ [`get${name}`]: [get], [`put${name}`]: [put], [`delete${name}`]: [put] });
const each = (names, to) => Object.fromEntries(names.split(' ').map((name) => [name, to]));
const listed = (name) => ({ ...both(`Bucket${name}Configuration`, `Get${name}Configuration`, `Put${name}Configuration`), [`listBucket${name}Configurations`]: [`Get${name}Configuration`] });
const PARTIQL = ['PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'];

/**
 * Operations that IAM checks under other names: by service and action, the names in IAM. Each is looked up in IAM's own list while the
 * catalog is made. Source: API reference of the service ("Permissions") and Service Authorization Reference.
 */
export const IAM_ACTIONS = {
  s3: {
    ...each('listObjects listObjectsV2 headBucket', ['ListBucket']),
    ...each('createMultipartUpload uploadPart completeMultipartUpload', ['PutObject']),
    ...each('copyObject uploadPartCopy', ['PutObject', 'GetObject']),
    headObject: ['GetObject'], deleteObjects: ['DeleteObject'], listBuckets: ['ListAllMyBuckets'], listObjectVersions: ['ListBucketVersions'],
    listMultipartUploads: ['ListBucketMultipartUploads'], listParts: ['ListMultipartUploadParts'],
    ...both('BucketLifecycleConfiguration', 'GetLifecycleConfiguration', 'PutLifecycleConfiguration'), deleteBucketLifecycle: ['PutLifecycleConfiguration'],
    ...both('BucketReplication', 'GetReplicationConfiguration', 'PutReplicationConfiguration'),
    ...both('BucketEncryption', 'GetEncryptionConfiguration', 'PutEncryptionConfiguration'),
    ...both('BucketAccelerateConfiguration', 'GetAccelerateConfiguration', 'PutAccelerateConfiguration'),
    ...both('PublicAccessBlock', 'GetBucketPublicAccessBlock', 'PutBucketPublicAccessBlock'),
    ...listed('Analytics'), ...listed('IntelligentTiering'), ...listed('Inventory'), ...listed('Metrics'),
    getBucketNotificationConfiguration: ['GetBucketNotification'], putBucketNotificationConfiguration: ['PutBucketNotification'],
    getObjectLockConfiguration: ['GetBucketObjectLockConfiguration'], putObjectLockConfiguration: ['PutBucketObjectLockConfiguration'],
    deleteBucketCors: ['PutBucketCORS'], deleteBucketTagging: ['PutBucketTagging'], deleteBucketOwnershipControls: ['PutBucketOwnershipControls'],
  },
  lambda: { invoke: ['InvokeFunction'], getLayerVersionByArn: ['GetLayerVersion'] },
  dynamodb: {
    transactGetItems: ['GetItem'], transactWriteItems: ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    ...each('executeStatement batchExecuteStatement executeTransaction', PARTIQL),
  },
  sns: { publishBatch: ['Publish'] },
  sqs: { sendMessageBatch: ['SendMessage'], deleteMessageBatch: ['DeleteMessage'], changeMessageVisibilityBatch: ['ChangeMessageVisibility'] },
  kms: { reEncrypt: ['ReEncryptFrom', 'ReEncryptTo'] },
  bedrockruntime: { ...each('converse startAsyncInvoke', ['InvokeModel']) },
  timestreamquery: { query: ['Select'] },
  accessanalyzer: { getFindingV2: ['GetFinding'], listFindingsV2: ['ListFindings'] },
  verifiedpermissions: { batchIsAuthorized: ['IsAuthorized'], batchIsAuthorizedWithToken: ['IsAuthorizedWithToken'] },
  cloudfront: { createDistributionWithTags: ['CreateDistribution', 'TagResource'] },
  budgets: {
    ...each('createBudget createNotification createSubscriber deleteBudget deleteNotification deleteSubscriber updateBudget updateNotification updateSubscriber', ['ModifyBudget']),
    ...each('describeBudget describeBudgetNotificationsForAccount describeBudgetPerformanceHistory describeBudgets describeNotificationsForBudget describeSubscribersForNotification', ['ViewBudget']),
  },
  keyspaces: {
    ...each('createKeyspace createTable createType', ['Create']), ...each('deleteKeyspace deleteTable deleteType', ['Drop']), ...each('updateKeyspace updateTable', ['Alter']),
    ...each('getKeyspace getTable getTableAutoScalingSettings getType listKeyspaces listTables listTypes', ['Select']),
  },
};

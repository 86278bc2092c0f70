import { resourceParts } from '../resource.ts';
import type { Shape } from './shapeProblem.ts';

const string: Shape = { is: 'string' };
const number: Shape = { is: 'number' };
const boolean: Shape = { is: 'boolean' };
const any: Shape = { is: 'any' };
const list = (of: Shape): Shape => ({ is: 'list', of });
const structure = (members: { readonly [name: string]: Shape }, required: readonly string[] = []): Shape => ({ is: 'structure', members, required });

const STORAGE_CLASSES = [
  'STANDARD', 'REDUCED_REDUNDANCY', 'STANDARD_IA', 'ONEZONE_IA', 'INTELLIGENT_TIERING', 'GLACIER', 'DEEP_ARCHIVE', 'OUTPOSTS', 'GLACIER_IR',
  'SNOW', 'EXPRESS_ONEZONE', 'FSX_OPENZFS', 'FSX_ONTAP',
];

const startExecution = structure({ ExecutionArn: { is: 'string', min: 1 }, StartDate: string }, ['ExecutionArn', 'StartDate']);
const describeExecution = structure(
  {
    ExecutionArn: { is: 'string', min: 1 }, StateMachineArn: { is: 'string', min: 1 }, Name: { is: 'string', min: 1 },
    Status: { is: 'string', enum: ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'] },
    StartDate: string, StopDate: string, Error: string, Cause: string, RedriveCount: { is: 'number', min: 0 }, RedriveDate: string,
  },
  ['ExecutionArn', 'StateMachineArn', 'StartDate', 'Status'],
);
const lambdaInvoke = structure({ StatusCode: number, FunctionError: string, LogResult: string, Payload: string, ExecutedVersion: { is: 'string', min: 1 } });
const writeItem = structure({ Attributes: any, ConsumedCapacity: structure({ TableName: { is: 'string', min: 1 }, CapacityUnits: number }), ItemCollectionMetrics: any });

/**
 * Responses of the actions people mock most, by `resourceType:resource`. Everything else is checked as soon as the catalogue of
 * services carries response shapes; until then the studio says that it did not check.
 */
const SHAPES: { readonly [action: string]: Shape } = {
  'lambda:invoke': lambdaInvoke,
  'aws-sdk:lambda:invoke': lambdaInvoke,
  'aws-sdk:lambda:getFunction': structure({
    Configuration: structure({
      FunctionName: { is: 'string', min: 1 }, FunctionArn: string, Runtime: string, Role: string, Handler: string, CodeSize: number, Description: string,
      Timeout: { is: 'number', min: 1 }, MemorySize: { is: 'number', min: 128, max: 10_240 }, LastModified: string, CodeSha256: string, Version: { is: 'string', min: 1 },
      State: { is: 'string', enum: ['Pending', 'Active', 'Inactive', 'Failed', 'Deactivating', 'Deactivated', 'ActiveNonInvocable', 'Deleting'] },
      LastUpdateStatus: { is: 'string', enum: ['Successful', 'Failed', 'InProgress'] }, Architectures: list({ is: 'string', enum: ['x86_64', 'arm64'] }),
      TracingConfig: structure({ Mode: { is: 'string', enum: ['Active', 'PassThrough'] } }), EphemeralStorage: structure({ Size: { is: 'number', min: 512, max: 10_240 } }),
      PackageType: { is: 'string', enum: ['Zip', 'Image'] }, Layers: list(structure({ Arn: string, CodeSize: number })),
    }),
    Code: structure({ RepositoryType: string, Location: string, ImageUri: string }),
    Tags: any, Concurrency: structure({ ReservedConcurrentExecutions: { is: 'number', min: 0 } }),
  }),
  'states:startExecution': startExecution,
  'aws-sdk:sfn:startExecution': startExecution,
  'states:startExecution.sync': describeExecution,
  'states:startExecution.sync:2': describeExecution,
  'aws-sdk:sfn:describeExecution': describeExecution,
  'events:putEvents': structure({ FailedEntryCount: number, Entries: list(structure({ EventId: string, ErrorCode: string, ErrorMessage: string })) }),
  'sqs:sendMessage': structure({ MessageId: string, SequenceNumber: string }),
  'sns:publish': structure({ MessageId: string, SequenceNumber: string }),
  'dynamodb:getItem': structure({ Item: any, ConsumedCapacity: structure({ TableName: { is: 'string', min: 1 }, CapacityUnits: number }) }),
  'dynamodb:putItem': writeItem,
  'dynamodb:updateItem': writeItem,
  'dynamodb:deleteItem': writeItem,
  'aws-sdk:kms:encrypt': structure({
    CiphertextBlob: { is: 'string', min: 1 }, KeyId: { is: 'string', min: 1 },
    EncryptionAlgorithm: { is: 'string', enum: ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'] },
  }),
  'aws-sdk:s3:getObject': structure({
    Body: string, DeleteMarker: boolean, AcceptRanges: string, Expiration: string, Restore: string, LastModified: string, ContentLength: number, ETag: string, Etag: string,
    MissingMeta: number, VersionId: string, CacheControl: string, ContentDisposition: string, ContentEncoding: string, ContentLanguage: string, ContentRange: string,
    ContentType: string, StorageClass: { is: 'string', enum: STORAGE_CLASSES }, Metadata: any, PartsCount: number, TagCount: number,
  }),
};

const UNCHECKED_BY_AWS = new Set(['http:invoke', 'apigateway:invoke', 'eks:call', 'eks:runJob', 'eks:runJob.sync']);

const actionOf = (resource: string): string => {
  const parts = resourceParts(resource);
  return `${parts.resourceType}:${parts.resource}`;
};

/** The shape a mocked result is checked against; undefined where nothing is checked. */
export const responseShape = (resource: string): Shape | undefined => {
  const action = actionOf(resource);
  return Object.hasOwn(SHAPES, action) ? SHAPES[action] : undefined;
};

/** True where AWS would check a mock and we have no shape to do the same. */
export function isUncheckedMock(resource: string): boolean {
  const { pattern } = resourceParts(resource);
  return (pattern === 'request-response' || pattern === 'sync') && !UNCHECKED_BY_AWS.has(actionOf(resource)) && responseShape(resource) === undefined;
}

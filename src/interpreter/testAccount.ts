import type { TestStateRequest } from './testStateApi.ts';

/** Where no role says whose account it is: the one of the recordings that answers *as AWS* are compared with. */
const ACCOUNT = '111111111111';

/** A test runs in the account of its role. */
export const testAccount = ({ roleArn }: Pick<TestStateRequest, 'roleArn'>): string => /^arn:[a-z-]+:iam::(\d{12}):/.exec(roleArn ?? '')?.[1] ?? ACCOUNT;

import { proveRule } from '../testing/proveRule.ts';
import { s3WithoutBucket } from './s3WithoutBucket.ts';

proveRule(s3WithoutBucket);

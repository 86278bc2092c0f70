import { partitionOf } from '../lib/awsPartition.ts';

const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

const SAME_ELSEWHERE = 'A test here shows what it would do in a region that has them.';

/**
 * What a person should know of a region before relying on it. Sources: "Step Functions" in the guides of the China Regions and of
 * AWS GovCloud (US), "differences"; an older edition of the latter says the same of TestState, the current one no longer does.
 */
export function regionNotes(region: string): readonly string[] {
  if (!REGION.test(region)) return [`${JSON.stringify(region)} is not the name of a region. Write it like us-east-1.`];
  switch (partitionOf(region)) {
    case 'aws':
      return [];
    case 'aws-cn':
      return [`Step Functions has no HTTP tasks in ${region}: the China Regions cannot call HTTPS APIs. ${SAME_ELSEWHERE}`];
    case 'aws-us-gov':
      return [
        `Step Functions has no HTTP tasks in ${region}: AWS GovCloud (US) cannot call HTTPS APIs. ${SAME_ELSEWHERE}`,
        `Whether ${region} has the TestState API is not clear: AWS's guide said no at first and is silent about it now. Testing here needs neither.`,
      ];
    default:
      // unconfirmed: no public page says what these have.
      return [`Whether Step Functions has HTTP tasks and the TestState API in ${region} is not documented in public. A test here shows what other regions do.`];
  }
}

import type { MaybePromise } from '../../lib/MaybePromise.ts';
import type { DataCall, DataReply } from '../environment.ts';
import type { Driver } from './Driver.ts';

/** Reads or writes through the port; without one the run says what it would need. */
export function askData({ environment, life }: Driver, call: DataCall): MaybePromise<DataReply> {
  const { data } = environment.ports;
  if (data) return data.call(environment.ports, call, life.signal);
  const what = call.body === undefined ? 'reads its items from S3' : 'writes its results to S3';
  return { kind: 'not-performed', reason: { kind: 'needs-mock', message: `${JSON.stringify(call.stateName)} ${what}, which cannot be done here. Give the items as a mock of the state, or test it in AWS.` } };
}

/** A refusal in the shape of AWS JSON 1.0: SDKs read `__type` (what stands after `#`) and `message`. */
export interface AwsFault {
  readonly status: number;
  readonly type: string;
  readonly message?: string;
  /** Nothing was read of the request, so the connection ends with the answer. */
  readonly close?: true;
}

/** Measured on Step Functions: its own exceptions stand under one name, violations of the model under another. */
const SERVICE = 'com.amazonaws.swf.service.v2.model#';
const MODEL = 'com.amazon.coral.validate#ValidationException';

export const serviceFault = (name: string, message: string): AwsFault => ({ status: 400, type: `${SERVICE}${name}`, message });

/** `N validation errors detected: …` */
export const modelFault = (violations: readonly string[]): AwsFault => ({
  status: 400, type: MODEL, message: `${violations.length} validation ${violations.length === 1 ? 'error' : 'errors'} detected: ${violations.join('; ')}`,
});

/** What AWS's own front says before any service is asked. unconfirmed for Step Functions; these are the answers of others with the same protocol. */
export const serializationFault: AwsFault = { status: 400, type: 'SerializationException' };
export const unknownOperation: AwsFault = { status: 400, type: 'UnknownOperationException' };
export const unsigned: AwsFault = { status: 400, type: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token', close: true };
export const unknownKey: AwsFault = { status: 400, type: 'UnrecognizedClientException', message: 'The security token included in the request is invalid.', close: true };
export const throttled: AwsFault = { status: 400, type: 'ThrottlingException', message: 'Rate exceeded' };

/** Never a name of AWS's: whoever reads it sees that AWS did not say this. Not 5xx, which SDKs would try again. */
export const notHere = (message: string): AwsFault => ({ status: 400, type: 'NotAvailableInLocalEndpoint', message });
export const ownFault = (status: number, message: string): AwsFault => ({ status, type: 'LocalEndpointRefusal', message, close: true });

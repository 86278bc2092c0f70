import type { StateName } from '../asl/names.ts';
import type { Substitutions } from '../asl/substitute.ts';
import type { HostMapping } from '../http/hostMapping.ts';
import type { InspectionLevel, Mock, StateConfiguration } from '../interpreter/testStateApi.ts';

/** What lies beside the document, `NAME.studio.json`: versioned, keyed by state name, never a secret, never a grant. */
export interface Sidecar {
  readonly version: 1;
  /** Test input per state, as typed (may be broken JSON). */
  readonly inputs: { readonly [state: StateName]: string };
  readonly variables: { readonly [state: StateName]: string };
  /** The context object per state, as typed; without one it is made up. */
  readonly contexts: { readonly [state: StateName]: string };
  readonly mocks: { readonly [state: StateName]: StateMock };
  readonly conditions: { readonly [state: StateName]: Conditions };
  /** Definitions that were edited for a test and are not in the document. */
  readonly definitions: { readonly [state: StateName]: DefinitionDraft };
  readonly inspectionLevels: { readonly [state: StateName]: InspectionLevel };
  /** Where requests really go: `https://api.stripe.com` to the sandbox. Never exported. */
  readonly hostMappings: readonly HostMapping[];
  /** What `${Name}` stands for in tests, by name. Never exported. */
  readonly substitutions: Substitutions;
  /** Map and Parallel states that are drawn closed. */
  readonly folded: { readonly [state: StateName]: true };
  /** `NAME.tests.json` as text, for a person may have written it (docs/tests.md); absent: there are none. */
  readonly tests?: string;
}

/** What a web server answers. */
export interface MockHttp {
  readonly status: number;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  /** As text; without a Content-Type it is JSON. */
  readonly body?: string;
}

/**
 * One answer of a mock. Its TestState fields are what counts: with `http` they are what Step Functions makes of that reply
 * (editor/httpMock.ts), so that whoever knows no more than the API's mock reads it too.
 */
export interface MockReply extends Mock {
  readonly http?: MockHttp;
  /** How long the answer takes; longer than the state's TimeoutSeconds, and it fails with States.Timeout. */
  readonly latencyMs?: number;
}

export interface StateMock {
  /** Off: the task is called, the inside of a Map or Parallel is run. */
  readonly enabled: boolean;
  /** The answer to the first attempt, and to all where there is no `then`. */
  readonly mock: MockReply;
  /** Answers to the attempts after it, retries included; the last one goes on answering. */
  readonly then?: readonly MockReply[];
}

/**
 * Under which conditions a state is tested: the API's `stateConfiguration`, the reader data as typed. `retrierRetryCount` is the attempt
 * as well, counted from 0: a mock answers what it has for that one.
 */
export type Conditions = StateConfiguration;

export interface DefinitionDraft {
  readonly text: string;
  /** What stood in the document when the edit began. */
  readonly base: string;
}

export const emptySidecar: Sidecar = {
  version: 1, inputs: {}, variables: {}, contexts: {}, mocks: {}, conditions: {}, definitions: {}, inspectionLevels: {}, hostMappings: [], substitutions: {}, folded: {},
};

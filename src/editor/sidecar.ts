import type { StateName } from '../asl/names.ts';
import type { Substitutions } from '../asl/substitute.ts';
import type { HostMapping } from '../http/hostMapping.ts';
import type { InspectionLevel, Mock } from '../interpreter/testStateApi.ts';

/** What lies beside the document, `NAME.studio.json`: versioned, keyed by state name, never a secret, never a grant. */
export interface Sidecar {
  readonly version: 1;
  /** Test input per state, as typed (may be broken JSON). */
  readonly inputs: { readonly [state: StateName]: string };
  readonly variables: { readonly [state: StateName]: string };
  readonly mocks: { readonly [state: StateName]: StateMock };
  readonly inspectionLevels: { readonly [state: StateName]: InspectionLevel };
  /** Where requests really go: `https://api.stripe.com` to the sandbox. Never exported. */
  readonly hostMappings: readonly HostMapping[];
  /** What `${Name}` stands for in tests, by name. Never exported. */
  readonly substitutions: Substitutions;
  /** Map and Parallel states that are drawn closed. */
  readonly folded: { readonly [state: StateName]: true };
}

export interface StateMock {
  readonly enabled: boolean;
  readonly mock: Mock;
}

export const emptySidecar: Sidecar = { version: 1, inputs: {}, variables: {}, mocks: {}, inspectionLevels: {}, hostMappings: [], substitutions: {}, folded: {} };

import type { Content } from '../../asl/operations.ts';
import type { StateEntry } from '../../asl/states.ts';
import { equalJson } from '../../lib/equalJson.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import type { TestRun } from '../EditorState.ts';
import { apiMock, mockForAttempt } from '../mockAttempts.ts';
import { tasksInside } from '../performInside.ts';
import type { Sidecar } from '../sidecar.ts';
import { holdsStates } from '../testability.ts';
import { kept } from '../testRequest.ts';
import { suiteMockFrom } from './mockTranslation.ts';

/** Something that held in a result, and that a test may ask for. */
export interface Offer {
  readonly member: 'status' | 'nextState' | 'output' | 'outputContains' | 'outputPaths' | 'condition' | 'error' | 'cause' | 'causeContains' | 'variablesContain';
  readonly label: string;
  /** JSON, but for `condition` and `causeContains`, which are written as they are. */
  readonly text: string;
  readonly ticked: boolean;
}

/** What must hold, offered from a finished result: what a person would ask first is ticked. */
export function offersFrom({ outcome }: TestRun): readonly Offer[] {
  if (outcome?.kind !== 'answered') return [];
  const { status, nextState, output, error, cause, inspectionData } = outcome.response;
  const offer = (member: Offer['member'], label: string, text: string, ticked: boolean): Offer => ({ member, label, text, ticked });
  const value = output === undefined ? undefined : parsed(output);
  const failed = error !== undefined;
  return [
    offer('status', 'Status is', JSON.stringify(status), true),
    ...(nextState === undefined ? [] : [offer('nextState', 'Next state is', JSON.stringify(nextState), true)]),
    ...(failed ? [offer('error', 'Error is', JSON.stringify(error), true)] : []),
    ...(cause ? [offer('causeContains', 'Cause contains', cause.slice(0, 80), false)] : []),
    ...(value === undefined ? [] : [
      offer('output', 'Output equals', JSON.stringify(value, null, 2), true),
      offer('outputContains', 'Output contains', JSON.stringify(value, null, 2), false),
      offer('outputPaths', 'At these JSONPaths', JSON.stringify(pathsOf(value), null, 2), false),
      offer('condition', 'JSONata is true', '$exists($states.output)', false),
    ]),
    ...(inspectionData?.variables === undefined || inspectionData.variables === '{}' ? [] : [offer('variablesContain', 'Variables contain', JSON.stringify(parsed(inspectionData.variables), null, 2), false)]),
  ];
}

const pathsOf = (value: Json): Json => {
  const [first] = isJsonObject(value) ? Object.entries(value).filter(([key]) => /^[A-Za-z_]\w*$/.test(key)) : [];
  return first === undefined ? { $: value } : { [`$.${first[0]}`]: first[1] };
};

/** The chosen offers as `expect`; the error names the offer that is no JSON. */
export function expectFrom(chosen: readonly Pick<Offer, 'member' | 'label' | 'text'>[]): Result<JsonObject, { readonly member: Offer['member']; readonly message: string }> {
  const expect: { [member: string]: Json } = {};
  for (const { member, label, text } of chosen) {
    if (member === 'condition' || member === 'causeContains') {
      expect[member] = text;
      continue;
    }
    try {
      expect[member] = JSON.parse(text) as Json; // JSON.parse answers Json.
    } catch {
      return err({ member, message: `"${label}" is not valid JSON. Correct it, or take its tick away.` });
    }
  }
  return ok(expect);
}

/** A finished test for the tests file: what it was given and its mocks. Nothing that was sent or received comes into it. */
export function savedTestFrom(run: TestRun, entry: StateEntry, sidecar: Sidecar, name: string, expect: JsonObject): Result<Content, string> {
  if (run.edited) return err('This result comes from a definition that was edited in the panel. Apply it to the workflow, test again, then save.');
  const { input = '{}', variables, context, stateConfiguration } = run.request;
  const members: [string, Content][] = [['name', json(name)], ['state', json(entry.name)]];
  for (const [key, text] of [['input', input], ['variables', variables], ['context', context]] as const) {
    if (text === undefined || text.trim() === '') continue;
    if (!isJson(text)) return err(`The ${key} of this test is not valid JSON, so a tests file cannot hold it. Correct it and test again.`);
    // As it was typed: numbers keep their spelling.
    members.push([key, { kind: 'verbatim', text: text.trim() }]);
  }
  if (stateConfiguration !== undefined) members.push(['stateConfiguration', json({ ...stateConfiguration })]);
  const mock = mockOf(run, entry, sidecar);
  if (mock !== undefined) members.push(['mock', json(mock)]);
  else if (holdsStates(entry)) {
    const inside = tasksInside(entry).flatMap(({ name: task }) => { const own = kept(sidecar.mocks, task); return own?.enabled ? [[task, suiteMockFrom(own)] as const] : []; });
    if (inside.length > 0) members.push(['mocks', json(Object.fromEntries(inside))]);
  }
  return ok({ kind: 'object', members: [...members, ['expect', json(expect)]] });
}

/** The mock that the test was run with: as it stands in the panel, unless that was changed since. */
function mockOf({ request: { mock } }: TestRun, entry: StateEntry, sidecar: Sidecar): Json | undefined {
  if (mock === undefined) return undefined;
  const own = kept(sidecar.mocks, entry.name);
  const now = own?.enabled ? apiMock(mockForAttempt(own, kept(sidecar.conditions, entry.name)?.retrierRetryCount ?? 0), entry) : undefined;
  if (own !== undefined && now !== undefined && equalJson(plain(now), plain(mock))) return suiteMockFrom(own);
  return suiteMockFrom({ enabled: true, mock });
}

const plain = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json; // what was written as JSON reads as Json
const json = (value: Json): Content => ({ kind: 'json', value });
const parsed = (text: string): Json => (isJson(text) ? JSON.parse(text) as Json : text);
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

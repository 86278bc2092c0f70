import type { StateEntry } from '../../../asl/states.ts';
import type { EditorState, TestRun, TestWay } from '../../../editor/EditorState.ts';
import type { AwsEvent } from '../../../protocol/aws.ts';
import type { AwsClient } from '../../../services/awsClient.ts';
import { forAws, placeOf, sentOnAws } from './awsTest.ts';
import type { AwsChoice } from './keptAwsChoice.ts';

/** A test on AWS as a run of the panel. The person has been asked; each call stands in the list of everything that left. */
export function awsWay(client: AwsClient, choice: AwsChoice, s: Pick<EditorState, 'sidecar' | 'actions'>): TestWay {
  return {
    route: 'aws',
    request: (here, { name }) => forAws(here, s.sidecar, name, choice.roleArn),
    start(run, entry, tell) {
      const stopping = new AbortController();
      const where = placeFacts(choice);
      tell({ aws: where });
      const watch = (event: AwsEvent): void => {
        const waiting = waitingFor(event);
        if (waiting !== null) tell({ waiting });
      };
      return { outcome: answerOf(client, { run, entry, choice, signal: stopping.signal, watch }, tell, s.actions.recordSent), stop: () => stopping.abort() };
    },
  };
}

interface Call {
  readonly run: TestRun;
  readonly entry: StateEntry;
  readonly choice: AwsChoice;
  readonly signal: AbortSignal;
  readonly watch: (event: AwsEvent) => void;
}

async function answerOf(client: AwsClient, { run, entry, choice, signal, watch }: Call, tell: (part: Partial<TestRun>) => void, recordSent: EditorState['actions']['recordSent']) {
  const tested = await client.testState(placeOf(choice), run.request, signal, watch);
  recordSent(sentOnAws(entry, choice, run.request, tested));
  if (tested.requestId !== undefined) tell({ aws: { ...placeFacts(choice), requestId: tested.requestId } });
  return tested.outcome;
}

function placeFacts({ region, endpoint }: AwsChoice): NonNullable<TestRun['aws']> {
  const at = endpoint.trim();
  return { region: region.trim(), ...(at === '' ? {} : { endpoint: at }) };
}

/** Null: nothing to wait for but the answer. */
export function waitingFor(event: AwsEvent): string | null {
  switch (event.type) {
    case 'queued':
      return `Waiting: ${event.ahead} ${event.ahead === 1 ? 'test stands' : 'tests stand'} before this one`;
    case 'throttled':
      return `AWS takes no more tests for now. Asking again in ${Math.ceil(event.waitMs / 1000)} s, for the ${ordinal(event.attempt + 1)} time`;
    case 'calling':
      return 'AWS tests the state';
    default:
      return null;
  }
}

const ordinal = (count: number): string => ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'][count - 1] ?? `${count}th`;

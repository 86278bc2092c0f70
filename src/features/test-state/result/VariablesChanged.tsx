import { useMemo } from 'react';
import { AWS_LIMITS } from '../../../interpreter/limits.ts';
import { payloadBytes } from '../../../interpreter/payloadSize.ts';
import type { TestStateRequest } from '../../../interpreter/testStateApi.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../lib/Json.ts';
import { ChangeList } from '../../../ui/ChangeList.tsx';
import { jsonChanges } from '../../../ui/json/jsonChanges.ts';
import { Meter } from '../../../ui/Meter.tsx';
import { ValueView } from '../ValueView.tsx';
import css from './Result.module.css';

interface Props {
  readonly request: TestStateRequest;
  /** After the state, as the API tells them. */
  readonly after: string;
  /** Absent where only AWS knows: then what is new or another. */
  readonly assigned: JsonObject | undefined;
}

/** What Assign changed, how much of AWS's quotas that takes, and the variables that the next state reads. */
export function VariablesChanged({ request, after, assigned }: Props) {
  const { changes, own, all } = useMemo(() => {
    const before = objectOf(request.variables ?? '{}');
    const now = objectOf(after);
    const written = assigned ?? Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Object.hasOwn(before, name) ? before[name] : undefined)));
    return { changes: jsonChanges(before, now), own: bytesOf(written), all: bytesOf(now) };
  }, [request.variables, after, assigned]);
  return (
    <section aria-label="Variables" data-testid="test.variables-changed">
      <div className={css.pane} style={{ padding: 0 }}>
        <div>
          <header className={css.head}><h3 className={css.title}>What Assign changed</h3></header>
          {changes.changes.length === 0 ? <p className={css.note}>Nothing: every variable is as it was before the state.</p> : <ChangeList changes={changes} variables />}
        </div>
        <div className={css.meters}>
          <Meter label="This Assign" bytes={own} limit={AWS_LIMITS.assignBytes} />
          <Meter label="All variables after it" bytes={all} limit={AWS_LIMITS.variablesBytes} />
        </div>
        <ValueView label="Variables after the state" heading="Variables after the state" text={after} testId="test.variables" />
      </div>
    </section>
  );
}

/** Each variable counts by its value alone, as AWS counts it. */
const bytesOf = (variables: JsonObject): number => Object.values(variables).reduce<number>((sum, value) => sum + payloadBytes(value), 0);

function objectOf(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json; // what JSON.parse answers is Json by definition
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

import type { InspectedRequest, InspectedResponse } from '../../../http/taskReply.ts';
import type { InspectionData } from '../../../interpreter/testStateApi.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx';
import { CappedText } from '../exchange/CappedText.tsx';
import css from '../exchange/Exchange.module.css';

type Fact = readonly [name: string, value: string];
const COLUMNS: readonly DataColumn<Fact>[] = [
  { id: 'name', label: 'Field', width: '22%', render: ([name]) => name },
  { id: 'value', label: 'As AWS tells it', render: ([, value]) => <bdi>{value}</bdi>, title: ([, value]) => value },
];

/** The exchange of an HTTP task as AWS tells it at level TRACE: what AWS sent and received, nobody here saw. */
export function AwsTraceTab({ inspected }: { readonly inspected: InspectionData }) {
  return (
    <div data-testid="test.trace">
      <div className={css.traceBar}><span className={css.quiet}>inspectionData of this test, as it came from AWS. AWS made the call, so there is no more to see here.</span></div>
      {inspected.request && <Part name="request" told={inspected.request} />}
      {inspected.response && <Part name="response" told={inspected.response} />}
    </div>
  );
}

function Part({ name, told }: { readonly name: 'request' | 'response'; readonly told: InspectedRequest | InspectedResponse }) {
  const { body, ...facts } = told;
  const rows = Object.entries(facts).filter((fact): fact is [string, string] => typeof fact[1] === 'string');
  return (
    <section className={css.tracePart} aria-label={`inspectionData.${name}`}>
      <h3 className={css.heading}>{`inspectionData.${name}`}<span className={css.grow} /><CopyButton text={() => JSON.stringify(told, null, 2)} label={`Copy inspectionData.${name}`} /></h3>
      <div className={css.bleed}><DataTable label={`The ${name} as AWS tells it`} columns={COLUMNS} rows={rows} rowKey={([field]) => field} showHeader wrap /></div>
      {body !== undefined && <><h4 className={css.small}>body</h4><CappedText text={body} label={`Body of the ${name}`} testId={`trace.${name}.body`} /></>}
    </section>
  );
}

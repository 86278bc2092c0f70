import { useId } from 'react';
import type { AwsProfile, AwsProfiles } from '../../../protocol/aws.ts';
import { SelectField, type SelectOption } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { AwsChoice } from './keptAwsChoice.ts';
import css from './Aws.module.css';

const FIRST_FOUND = '';
const BY: { readonly [B in AwsProfile['by']]: string } = { keys: 'keys in a file', sso: 'IAM Identity Center', role: 'takes a role', process: 'a program gives keys', other: 'no credentials of its own' };

interface Props {
  readonly choice: AwsChoice;
  /** Null until the bridge has told. */
  readonly profiles: AwsProfiles | null;
  readonly onChange: (choice: AwsChoice) => void;
}

/** Profile, region, role and endpoint: names only, credentials stay with the bridge. */
export function AwsFields({ choice, profiles, onChange }: Props) {
  const roles = useId();
  const change = (part: Partial<AwsChoice>): void => onChange({ ...choice, ...part });
  const pick = (profile: string): void => {
    const region = profiles?.profiles.find(({ name }) => name === profile)?.region;
    change({ profile, ...(region === undefined ? {} : { region }) });
  };
  return (
    <div className={css.fields}>
      <SelectField label="Profile" options={optionsOf(profiles, choice.profile)} value={choice.profile} onChange={pick} data-testid="aws.profile" />
      <TextField label="Region" value={choice.region} onChange={(region) => change({ region })} mono data-testid="aws.region" />
      <TextField label="Role" hint="ARN of the role that the task runs under. A test with a mock, or of a state that calls nothing, needs none." placeholder="arn:aws:iam::…:role/…" value={choice.roleArn} onChange={(roleArn) => change({ roleArn })} list={roles} mono data-testid="aws.role" />
      <datalist id={roles}>{profiles?.roles.map((arn) => <option key={arn} value={arn} />)}</datalist>
      <TextField label="Endpoint" hint="Empty: AWS. Any other gets made-up credentials." placeholder="http://127.0.0.1:8083" value={choice.endpoint} onChange={(endpoint) => change({ endpoint })} mono data-testid="aws.endpoint" />
    </div>
  );
}

function optionsOf(profiles: AwsProfiles | null, chosen: string): readonly SelectOption[] {
  const found = profiles?.profiles ?? [];
  const known = found.map(({ name, by, region }) => ({ value: name, label: name, description: region === undefined ? BY[by] : `${BY[by]}, ${region}` }));
  // A profile that was chosen once and is not in the files any more still says its name.
  const gone = chosen === FIRST_FOUND || found.some(({ name }) => name === chosen) ? [] : [{ value: chosen, label: chosen, description: 'not in the AWS files' }];
  return [{ value: FIRST_FOUND, label: 'First that is found', description: 'environment, then the default profile' }, ...known, ...gone];
}

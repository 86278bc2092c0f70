import { FIELD_NOTES } from '../../../asl/fieldNotes.ts';
import type { StateEntry } from '../../../asl/states.ts';
import { JsonValue } from '../JsonValue.tsx';
import { templateValue } from '../valueForm.ts';
import { ValueField } from '../ValueField.tsx';
import { nodeIn } from '../values.ts';

const ROLE_EXAMPLE = 'arn:aws:iam::111122223333:role/OtherAccount';

/** The role a task is called with; an object of another shape is edited as JSON. */
export function CredentialsField({ entry }: { readonly entry: StateEntry }) {
  const node = nodeIn(entry, ['Credentials']);
  const plain = node === null || (node.kind === 'object' && node.members.every(({ key }) => key.value === 'RoleArn' || key.value === 'RoleArn.$'));
  if (!plain) return <JsonValue entry={entry} path={['Credentials']} label="Credentials" hint={FIELD_NOTES['Credentials']?.says} testId="inspector.field.Credentials" />;
  return (
    <ValueField
      entry={entry}
      spec={templateValue('text', ['Credentials', 'RoleArn'], ROLE_EXAMPLE)}
      label="Role for another account"
      hint="The ARN of the role this task is called with (Credentials.RoleArn). Without it: the role of the workflow."
      placeholder={ROLE_EXAMPLE}
      testId="inspector.field.Credentials"
    />
  );
}

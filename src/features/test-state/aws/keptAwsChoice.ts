/** Where a person tests on AWS. Theirs, not the document's: kept in this browser (design.md section 6, rule 5). */
export interface AwsChoice {
  /** Empty: what the machine's own chain finds first. */
  readonly profile: string;
  readonly region: string;
  readonly roleArn: string;
  /** Empty: AWS itself. */
  readonly endpoint: string;
}

// `storage` is a function: where a browser blocks it, asking for it throws.
const KEY = 'asl-studio.aws';

export function keptAwsChoice(storage: () => Pick<Storage, 'getItem'>, region: string): AwsChoice {
  const text = (kept: object, name: keyof AwsChoice): string => {
    const value = Object.hasOwn(kept, name) ? (kept as { readonly [name: string]: unknown })[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    const read = typeof kept === 'object' && kept !== null ? kept : {};
    return { profile: text(read, 'profile'), region: text(read, 'region') || region, roleArn: text(read, 'roleArn'), endpoint: text(read, 'endpoint') };
  } catch {
    return { profile: '', region, roleArn: '', endpoint: '' };
  }
}

/** Whether a person has ever said where. */
export function isAwsChosen(storage: () => Pick<Storage, 'getItem'>): boolean {
  try {
    return storage().getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function keepAwsChoice(storage: () => Pick<Storage, 'setItem'>, choice: AwsChoice): void {
  try {
    storage().setItem(KEY, JSON.stringify(choice));
  } catch {
    // Full or blocked: it is typed again next time.
  }
}

import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AwsProfile, AwsProfiles } from '../../protocol/aws.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Section = ReadonlyMap<string, string>;

/** More would be no list that a person reads. */
const MOST = 500;

/**
 * Names of profiles and roles in the AWS files of this machine, for lists to choose from. What signs is read by the SDK alone; no value
 * but region and role ARN leaves this function.
 */
export async function readAwsFiles(env: Env = process.env, home: string = homedir()): Promise<AwsProfiles> {
  const [config, credentials] = await Promise.all([
    sectionsOf(env['AWS_CONFIG_FILE'] || join(home, '.aws', 'config')),
    sectionsOf(env['AWS_SHARED_CREDENTIALS_FILE'] || join(home, '.aws', 'credentials')),
  ]);
  const profiles = new Map<string, Section>();
  for (const [header, section] of config) {
    const name = header === 'default' ? 'default' : /^profile\s+(.+)$/.exec(header)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
    if (name !== undefined) profiles.set(name, section);
  }
  for (const [name, section] of credentials) profiles.set(name, new Map([...(profiles.get(name) ?? []), ...section]));
  const roles = new Set([...profiles.values()].map((section) => section.get('role_arn')).filter((arn) => arn !== undefined && /^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(arn)));
  const profile = env['AWS_PROFILE'];
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
  return {
    profiles: [...profiles].slice(0, MOST).map(([name, section]) => profileOf(name, section)),
    roles: [...roles].slice(0, MOST) as readonly string[], // undefined was filtered out
    environment: { credentials: Boolean(env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY']), ...(profile ? { profile } : {}), ...(region ? { region } : {}) },
  };
}

function profileOf(name: string, section: Section): AwsProfile {
  const region = section.get('region');
  return { name, by: signInOf(section), ...(region ? { region } : {}) };
}

/** In the order in which the SDK looks. */
function signInOf(section: Section): AwsProfile['by'] {
  if (section.has('aws_access_key_id')) return 'keys';
  if (section.has('role_arn')) return 'role';
  if (section.has('credential_process')) return 'process';
  return section.has('sso_session') || section.has('sso_start_url') ? 'sso' : 'other';
}

/** Sections of an INI file in their order; a nested line (`s3 =` and what is indented below it) belongs to its parent and is left out. */
async function sectionsOf(file: string): Promise<ReadonlyMap<string, Section>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const sections = new Map<string, Map<string, string>>();
  let current: Map<string, string> | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const header = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim();
    if (header !== undefined) {
      current = sections.get(header) ?? new Map<string, string>();
      sections.set(header, current);
      continue;
    }
    const [, key, value] = /^([^\s=][^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) current?.set(key.toLowerCase(), value.replace(/\s+[#;].*$/, '').trim());
  }
  return sections;
}

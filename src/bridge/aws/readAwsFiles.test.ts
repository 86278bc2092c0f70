import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAwsFiles } from './readAwsFiles.ts';

const SECRET = 'wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'asl-studio-aws-'));
  writeFileSync(join(folder, 'config'), `# mine
[default]
region = eu-central-1
s3 =
  addressing_style = path
[profile shop]
sso_session = work
region=us-east-1 ; where it is
[profile "two words"]
role_arn = arn:aws:iam::111122223333:role/deploy
source_profile = shop
[profile tool]
credential_process = /opt/tool --password ${SECRET}
[sso-session work]
sso_start_url = https://example.awsapps.com/start
[nonsense
= x
`);
  writeFileSync(join(folder, 'credentials'), `[default]\r\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\r\naws_secret_access_key = ${SECRET}\r\n[old]\r\nregion = ap-south-1\r\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readAwsFiles', () => {
  it('names profiles, how they sign in, their regions and roles, and no secret', async () => {
    const found = await readAwsFiles({ AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'), AWS_PROFILE: 'shop', AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: SECRET });
    expect(found).toEqual({
      profiles: [
        { name: 'default', by: 'keys', region: 'eu-central-1' },
        { name: 'shop', by: 'sso', region: 'us-east-1' },
        { name: 'two words', by: 'role' },
        { name: 'tool', by: 'process' },
        { name: 'old', by: 'other', region: 'ap-south-1' },
      ],
      roles: ['arn:aws:iam::111122223333:role/deploy'],
      environment: { credentials: true, profile: 'shop' },
    });
    expect(JSON.stringify(found)).not.toMatch(/AKIA|wJal/);
  });
  it('finds nothing where nothing is', async () => expect(await readAwsFiles({}, join(folder, 'none'))).toEqual({ profiles: [], roles: [], environment: { credentials: false } }));
});

import { describe, expect, it } from 'vitest';
import { parse } from '../asl/parse.ts';
import { exportChecklist } from './exportChecklist.ts';

const task = (endpoint: string, account = '123456789012'): string =>
  `{"Type":"Task","Resource":"arn:aws:states:::http:invoke","Parameters":{"ApiEndpoint":"${endpoint}","Method":"GET","InvocationConfig":{"ConnectionArn":"arn:aws:events:us-east-1:${account}:connection/shop/0a1b2c3d-0000-4000-8000-000000000000"}},"End":true}`;
const rows = (text: string) => exportChecklist(parse(text, 'json')).map(({ id, state, problems }) => `${id} ${state} ${problems.length}`);

describe('exportChecklist', () => {
  it('ticks everything off for a definition that AWS takes', () => {
    expect(rows(`{"StartAt":"A","States":{"A":${task('https://api.example.com')}}}`)).toEqual(['errors done 0', 'connections done 0', 'endpoints done 0', 'placeholders done 0']);
  });

  it('counts what is in the way, each thing in its own row', () => {
    const text = `{"StartAt":"A", // first
      "States":{"A":${task('http://localhost:4010', '000000000000')},"B":{"Type":"Task","Resource":"\${Fn}","Next":"C"}}}`;
    expect(rows(text)).toEqual(['errors stop 1', 'connections stop 1', 'endpoints stop 1', 'placeholders look 1', 'left-out info 1']);
  });

  it('says that broken text would be refused', () => {
    expect(rows('{"StartAt":')).toContain('errors stop 2');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCurl, type CurlRequest } from './parseCurl.ts';

const parsed = (command: string) => {
  const result = parseCurl(command);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const url = 'https://api.example.com/v1';
const FORM: readonly [string, string] = ['Content-Type', 'application/x-www-form-urlencoded'];

describe('parseCurl', () => {
  it.each<{ what: string; command: string; request: Partial<CurlRequest> }>([
    { what: 'a bare URL', command: `curl ${url}`, request: { method: 'GET', url, headers: [], body: null } },
    { what: 'a prompt and a path', command: `$ /usr/bin/curl ${url}`, request: { method: 'GET', url } },
    { what: 'a URL without scheme', command: 'curl example.com/x', request: { url: 'https://example.com/x' } },
    { what: 'the guide of Stripe', command: `curl https://api.stripe.com/v1/customers \\\n  -u "sk_test_x:" \\\n  -d "metadata[order_id]"=6735 \\\n  -d email=a@b.c`, request: { method: 'POST', basic: { username: 'sk_test_x', password: '' }, headers: [FORM], body: 'metadata[order_id]=6735&email=a@b.c' } },
    { what: 'the guide of GitHub', command: `curl -L \\\n  -X POST \\\n  -H "Accept: application/vnd.github+json" \\\n  -H "Authorization: Bearer <TOKEN>" \\\n  https://api.github.com/repos/o/r/issues \\\n  -d '{"title":"It'"'"'s"}'`, request: { method: 'POST', url: 'https://api.github.com/repos/o/r/issues', headers: [['Accept', 'application/vnd.github+json'], ['Authorization', 'Bearer <TOKEN>'], FORM], body: '{"title":"It\'s"}' } },
    { what: 'a browser\'s copy (bash)', command: `curl '${url}' \\\n  -H 'accept: */*' \\\n  --data-raw $'{"t":"it\\'s \\u00e9 \\u0021\\n"}' \\\n  --compressed`, request: { method: 'POST', headers: [['accept', '*/*'], FORM], body: '{"t":"it\'s é !\n"}' } },
    { what: 'a browser\'s copy (cmd)', command: `curl ^"${url}?a=1^&b=^%^20^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"b^\\^"^}^"`, request: { method: 'POST', url: `${url}?a=1&b=%20`, headers: [['content-type', 'application/json']], body: '{"a":"b"}' } },
    { what: 'cmd with plain quotes', command: `curl -X POST "${url}" ^\n -d "{\\"a\\":1}"`, request: { body: '{"a":1}' } },
    { what: 'PowerShell\'s backticks', command: `curl.exe -X POST '${url}' \`\r\n  -H 'Accept: a/b' \`\r\n  -d '{\\"it''s\\":1}'`, request: { method: 'POST', headers: [['Accept', 'a/b'], FORM], body: '{"it\'s":1}' } },
    { what: 'glued short options', command: `curl -sSXPUT -Ha:b -dx=1 ${url}`, request: { method: 'PUT', headers: [['a', 'b'], FORM], body: 'x=1' } },
    { what: 'several -d', command: `curl ${url} -d a=1 --data b=2 --data-raw @c --data-binary d`, request: { body: 'a=1&b=2&@c&d' } },
    { what: '--data-urlencode', command: `curl ${url} --data-urlencode 'a b+c' --data-urlencode =x=y --data-urlencode 'n=ü &'`, request: { body: 'a%20b%2Bc&x%3Dy&n=%C3%BC%20%26' } },
    { what: '-G', command: `curl -G ${url}?z=0 -d a=1 --data-urlencode 'b=x y'`, request: { method: 'GET', url: `${url}?z=0&a=1&b=x%20y`, body: null, headers: [], query: [['z', '0'], ['a', '1'], ['b', 'x y']] } },
    { what: '-I', command: `curl -I ${url}`, request: { method: 'HEAD', body: null } },
    { what: '--json', command: `curl --json '{"a":' --json '1}' ${url}`, request: { method: 'POST', body: '{"a":1}', headers: [['Content-Type', 'application/json'], ['Accept', 'application/json']] } },
    { what: '--json with its own type', command: `curl --json '{}' -H 'content-type: application/vnd.x+json' ${url}`, request: { headers: [['content-type', 'application/vnd.x+json'], ['Accept', 'application/json']] } },
    { what: 'an empty header', command: `curl ${url} -H 'X-Empty;'`, request: { headers: [['X-Empty', '']] } },
    { what: 'an empty body', command: `curl ${url} -d ''`, request: { method: 'POST', body: '' } },
    { what: '-A, -e, -b and a bearer', command: `curl ${url} -A me -e https://r/ -b a=b --oauth2-bearer t`, request: { headers: [['User-Agent', 'me'], ['Referer', 'https://r/'], ['Cookie', 'a=b'], ['Authorization', 'Bearer t']] } },
    { what: '--url', command: `curl -X GET --url ${url}`, request: { url } },
    { what: 'credentials in the URL', command: 'curl https://me:p%40ss@api.example.com/v1#frag', request: { url, basic: { username: 'me', password: 'p@ss' } } },
    { what: 'a password with colons', command: `curl -u me:a:b ${url}`, request: { basic: { username: 'me', password: 'a:b' } } },
    { what: 'comments and a second line', command: `# first\ncurl ${url} # what\necho done`, request: { url, method: 'GET' } },
    { what: '$\'…\' bytes', command: `curl ${url} -d $'\\xc3\\xa9\\101\\t\\ud83d\\ude00'`, request: { body: 'éA\t😀' } },
    { what: 'backslashes in double quotes', command: `curl ${url} -d "a\\"b\\\\c\\d\\$e"`, request: { body: 'a"b\\c\\d$e' } },
  ])('reads $what', ({ command, request }) => {
    expect(parsed(command).request).toMatchObject(request);
  });

  it.each([
    { option: '-d @secret.txt', ignored: '-d @secret.txt' }, { option: '--data-binary @/etc/passwd', ignored: '--data-binary @/etc/passwd' }, { option: '--data-urlencode n@file', ignored: '--data-urlencode n@file' },
    { option: '--json @f', ignored: '--json @f' }, { option: '-H @headers.txt', ignored: '-H @headers.txt' }, { option: '-b cookies.txt', ignored: '-b cookies.txt' },
    { option: '-K evil.conf', ignored: '-K evil.conf' }, { option: '--config evil.conf', ignored: '--config evil.conf' }, { option: '-k', ignored: '-k' }, { option: '--insecure', ignored: '--insecure' },
    { option: '-o ~/.bashrc', ignored: '-o ~/.bashrc' }, { option: '-O', ignored: '-O' }, { option: '-x http://proxy:1', ignored: '-x http://proxy:1' }, { option: '-T up.bin', ignored: '-T up.bin' },
    { option: '-F file=@x', ignored: '-F file=@x' }, { option: '--unix-socket /var/run/docker.sock', ignored: '--unix-socket /var/run/docker.sock' }, { option: '--resolve a:1:2', ignored: '--resolve a:1:2' },
    { option: '--compressed', ignored: '--compressed' }, { option: '-L', ignored: '-L' }, { option: '--no-such-thing', ignored: '--no-such-thing' }, { option: '> out.txt', ignored: '> out.txt' }, { option: '2>/dev/null', ignored: '2> /dev/null' },
    { option: '| sh', ignored: 'sh' }, { option: '&& rm -rf x', ignored: 'rm -rf x' }, { option: 'https://second.example/', ignored: 'https://second.example/' }, { option: '--next https://b', ignored: '--next https://b' },
  ])('lists $option as ignored', ({ option, ignored }) => {
    const result = parsed(`curl ${url} ${option}`);
    expect(result.ignored).toEqual([ignored]);
    expect(result.request).toMatchObject({ url, body: null, headers: [] });
  });

  it('does not list what only changes curl\'s output', () => {
    expect(parsed(`curl -sSvif --fail ${url}`).ignored).toEqual([]);
  });

  it('fills in no variable and runs no command', () => {
    const result = parsed(`curl ${url} -H "Authorization: Bearer $TOKEN" -d "$(cat /etc/passwd)"`);
    expect(result.request.headers[0]).toEqual(['Authorization', 'Bearer $TOKEN']);
    expect(result.request.body).toBe('$(cat /etc/passwd)');
    expect(result.notes.join()).toContain('not filled in');
    expect(parsed(`curl ${url} -d 'costs $5 and $X'`).notes).toEqual([]);
  });

  it('keeps a & in a URL without quotes, and says so', () => {
    const result = parsed(`curl ${url}?a=1&b=2`);
    expect(result.request.url).toBe(`${url}?a=1&b=2`);
    expect(result.notes.join()).toContain('&');
  });

  it('says that multipart is not supported', () => {
    expect(parsed(`curl ${url} -F a=b`).notes.join()).toContain('not supported');
  });

  it.each([
    { command: 'wget https://a', message: /no cURL command/, offset: 0 },
    { command: '', message: /no cURL command/, offset: 0 },
    { command: 'curl -X', message: /-X needs a value/, offset: 5 },
    { command: 'curl -s', message: /names no URL/, offset: 7 },
    { command: 'curl \'https://a', message: /not closed/, offset: 5 },
    { command: 'curl "https://a', message: /not closed/, offset: 5 },
    { command: 'curl https://a $\'x', message: /not closed/, offset: 15 },
    { command: 'curl ^"https://a', message: /not closed/, offset: 6 },
    { command: 'curl https://a:b:c/', message: /no URL/, offset: 5 },
    { command: 'curl ftp://a/b', message: /not ftp/, offset: 5 },
    { command: 'curl file:///etc/passwd', message: /not file/, offset: 5 },
  ])('refuses $command at $offset', ({ command, message, offset }) => {
    expect(parseCurl(command)).toMatchObject({ ok: false, error: { message: expect.stringMatching(message), offset } });
  });

  it('never throws', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(' ', '\'', '"', '$\'', '\\', '\\x', '^', '^"', '`\n', '-d', '-H', '-G', '--json', '--data-urlencode', '@', url, '&', '|', '>', '#', '\n'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      expect(typeof parseCurl(`curl ${pieces.join('')}`).ok).toBe('boolean');
    }), { numRuns: 500 });
  });
});

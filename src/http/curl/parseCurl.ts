import { isUrl } from '../../lib/isUrl.ts';
import { err, ok, type Result } from '../../lib/Result.ts';
import { percentEncode } from '../percentEncode.ts';
import { optionLettered, optionNamed, type CurlOption } from './curlOptions.ts';
import { shellWords } from './shellWords.ts';
import type { CurlProblem, Word } from './words.ts';

export interface CurlRequest {
  readonly method: string;
  /** With its whole query. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The pairs of the URL's query, decoded. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** Null: none. */
  readonly body: string | null;
  readonly basic?: { readonly username: string; readonly password: string };
}

export interface ParsedCurl {
  readonly request: CurlRequest;
  /** Options that were read over: files, proxies, certificates, output. Never obeyed. */
  readonly ignored: readonly string[];
  readonly notes: readonly string[];
}

/** What has been read so far. */
interface Draft {
  method: string | null;
  url: Word | null;
  readonly headers: [string, string][];
  readonly data: string[];
  readonly urlQuery: string[];
  json: string | null;
  basic: { username: string; password: string } | null;
  get: boolean;
  head: boolean;
  upload: boolean;
  readonly ignored: string[];
  readonly notes: string[];
}

/** Reads a cURL command as data: nothing is expanded, no file is read, nothing is sent. */
export function parseCurl(command: string): Result<ParsedCurl, CurlProblem> {
  const split = shellWords(command);
  if (!split.ok) return split;
  const words = split.value.words.filter(({ text }, at) => !(at === 0 && (text === '$' || text === '%')));
  const [first, ...rest] = words;
  if (!first || !/^(.*[\\/])?curl(\.exe)?$/i.test(first.text)) return err({ message: 'This is no cURL command: it does not begin with curl.', offset: first?.offset ?? 0 });
  const draft: Draft = {
    method: null, url: null, headers: [], data: [], urlQuery: [], json: null, basic: null, get: false, head: false, upload: false,
    ignored: [...split.value.ignored], notes: [...split.value.notes],
  };
  const problem = readOptions(rest, draft);
  return problem ? err(problem) : finish(draft, command.length);
}

function readOptions(words: readonly Word[], draft: Draft): CurlProblem | null {
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const { text, offset } = word;
    if (!text.startsWith('-') || text === '-' || text === '--') {
      takeUrl(word, draft);
      continue;
    }
    for (const { option, glued, shown } of optionsIn(text)) {
      if (option.kind === 'next') {
        draft.ignored.push(words.slice(at).map((one) => one.text).join(' '));
        draft.notes.push('Only the first request of the command was read (--next).');
        return null;
      }
      if (!option.takesValue) {
        applyFlag(option, shown, draft);
        continue;
      }
      const value = glued ?? words[at + 1]?.text;
      if (value === undefined) return { message: `The option ${shown} needs a value.`, offset };
      if (glued === undefined) at += 1;
      applyValue(option, shown, value, words[at]?.offset ?? offset, draft);
    }
  }
  return null;
}

/** `--data`, or letters that share a dash: `-sSL`, `-XPOST`, `-kd{}`. */
function optionsIn(text: string): readonly { readonly option: CurlOption; readonly glued?: string; readonly shown: string }[] {
  if (text.startsWith('--')) return [{ option: optionNamed(text.slice(2)), shown: text }];
  const found: { option: CurlOption; glued?: string; shown: string }[] = [];
  for (let at = 1; at < text.length; at++) {
    const option = optionLettered(text.charAt(at));
    const shown = `-${text.charAt(at)}`;
    const rest = text.slice(at + 1);
    if (option.takesValue && rest !== '') return [...found, { option, glued: rest, shown }];
    found.push({ option, shown });
  }
  return found;
}

function takeUrl(word: Word, draft: Draft): void {
  if (draft.url === null) draft.url = word;
  else draft.ignored.push(word.text);
}

function applyFlag(option: CurlOption, shown: string, draft: Draft): void {
  if (option.kind === 'get') draft.get = true;
  else if (option.kind === 'head') draft.head = true;
  else if (option.kind === 'ignored-flag') {
    draft.ignored.push(shown);
    if (option.name === 'location') draft.notes.push('Step Functions does not follow redirects (-L).');
  }
}

function applyValue(option: CurlOption, shown: string, value: string, offset: number, draft: Draft): void {
  const ignore = () => draft.ignored.push(`${shown} ${value}`);
  switch (option.kind) {
    case 'request': draft.method = value; break;
    case 'header': addHeader(value, draft, ignore); break;
    case 'data': if (value.startsWith('@')) ignore(); else draft.data.push(value); break;
    case 'data-raw': draft.data.push(value); break;
    case 'data-urlencode': addEncoded(value, draft.data, ignore); break;
    case 'url-query': if (value.startsWith('+')) draft.urlQuery.push(value.slice(1)); else addEncoded(value, draft.urlQuery, ignore); break;
    case 'json': if (value.startsWith('@')) ignore(); else draft.json = (draft.json ?? '') + value; break;
    case 'form':
      ignore();
      draft.notes.push('Multipart forms (-F) are not supported: an HTTP task cannot send them.');
      break;
    case 'user': draft.basic = basicFrom(value, draft); break;
    case 'bearer': draft.headers.push(['Authorization', `Bearer ${value}`]); break;
    case 'user-agent': draft.headers.push(['User-Agent', value]); break;
    case 'referer': draft.headers.push(['Referer', value.replace(/;auto$/, '')]); break;
    case 'cookie': if (value.includes('=')) draft.headers.push(['Cookie', value]); else ignore(); break;
    case 'url': takeUrl({ text: value, offset }, draft); break;
    case 'upload':
      draft.upload = true;
      ignore();
      break;
    default: ignore();
  }
}

function basicFrom(value: string, draft: Draft): { username: string; password: string } {
  const colon = value.indexOf(':');
  if (colon < 0) draft.notes.push('-u names a user without a password: type it in the connection.');
  return colon < 0 ? { username: value, password: '' } : { username: value.slice(0, colon), password: value.slice(colon + 1) };
}

/** `Name: value`; `Name;` is an empty value; `Name:` takes a header of curl's own away; `@file` is a file. */
function addHeader(value: string, draft: Draft, ignore: () => void): void {
  const empty = /^([^:;]+);\s*$/.exec(value)?.[1];
  if (empty !== undefined) {
    draft.headers.push([empty.trim(), '']);
    return;
  }
  const colon = value.indexOf(':');
  const text = value.slice(colon + 1).trim();
  if (value.startsWith('@') || colon <= 0 || text === '') ignore();
  else draft.headers.push([value.slice(0, colon).trim(), text]);
}

/** `content`, `=content`, `name=content`; `@file` and `name@file` are files. */
function addEncoded(value: string, to: string[], ignore: () => void): void {
  const mark = /[=@]/.exec(value);
  if (mark?.[0] === '@') ignore();
  else if (!mark) to.push(percentEncode(value));
  else to.push(`${mark.index === 0 ? '' : `${value.slice(0, mark.index)}=`}${percentEncode(value.slice(mark.index + 1))}`);
}

function finish(draft: Draft, end: number): Result<ParsedCurl, CurlProblem> {
  if (draft.url === null) return err({ message: 'The command names no URL.', offset: end });
  const url = absoluteUrl(draft.url, draft);
  if (!url.ok) return url;
  const data = draft.json ?? (draft.data.length === 0 ? null : draft.data.join('&'));
  const inQuery = [...draft.urlQuery, ...(draft.get && data !== null ? [data] : [])].join('&');
  const full = withQuery(url.value, inQuery);
  const body = draft.get ? null : data;
  addDefaultHeaders(draft, body);
  const method = draft.method ?? (draft.head ? 'HEAD' : body !== null ? 'POST' : draft.upload ? 'PUT' : 'GET');
  const search = new URL(full).search;
  return ok({
    request: {
      method, url: full, headers: draft.headers, ...(search.length > 1 ? { query: decodedPairs(search.slice(1)) } : {}), body,
      ...(draft.basic === null ? {} : { basic: draft.basic }),
    },
    ignored: draft.ignored, notes: [...new Set(draft.notes)],
  });
}

function absoluteUrl({ text, offset }: Word, draft: Draft): Result<string, CurlProblem> {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  if (!hasScheme) draft.notes.push('The URL had no scheme; https:// was put in front.');
  const url = (hasScheme ? text : `https://${text}`).replace(/#.*$/s, '');
  if (!isUrl(url)) return err({ message: `“${text}” is no URL.`, offset });
  const { protocol, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return err({ message: `An HTTP task calls https:// addresses, not ${protocol}//.`, offset });
  if (username === '' && password === '') return ok(url);
  draft.basic ??= { username: decoded(username), password: decoded(password) };
  return ok(url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1'));
}

const withQuery = (url: string, query: string): string => (query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`);

/** What curl adds by itself and a server can tell. */
function addDefaultHeaders(draft: Draft, body: string | null): void {
  const has = (name: string) => draft.headers.some(([given]) => given.toLowerCase() === name);
  if (draft.json !== null) {
    if (!has('content-type')) draft.headers.push(['Content-Type', 'application/json']);
    if (!has('accept')) draft.headers.push(['Accept', 'application/json']);
  } else if (body !== null && !has('content-type')) draft.headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
}

/** `+` is a space, as in a form. */
export function decodedPairs(text: string): readonly (readonly [name: string, value: string])[] {
  return text.split('&').filter((piece) => piece !== '').map((piece) => {
    const at = piece.indexOf('=');
    const plain = (part: string) => decoded(part.replaceAll('+', ' '));
    return at < 0 ? [plain(piece), ''] : [plain(piece.slice(0, at)), plain(piece.slice(at + 1))];
  });
}

/** Text that is not rightly percent-encoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

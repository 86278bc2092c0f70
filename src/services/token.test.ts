import { describe, expect, it } from 'vitest';
import { createBridgeToken } from './token.ts';

const TOKEN = 'abcdefghij0123456789_-ABCDEFGHIJ';

function places(hash: string, stored: Record<string, string> = {}) {
  const location = { hash, pathname: '/studio/', search: '?draft=1' };
  const history = {
    state: { kept: true },
    shown: [] as string[],
    replaceState(_state: unknown, _title: string, url?: string | URL | null) {
      history.shown.push(String(url));
      location.hash = String(url).includes('#') ? String(url).slice(String(url).indexOf('#')) : '';
    },
  };
  const storage = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => void (stored[key] = value),
    removeItem: (key: string) => void delete stored[key],
  };
  return { location, history, storage, stored };
}

describe('createBridgeToken', () => {
  it('takes the token from the fragment, keeps it for the tab and cleans the address bar', () => {
    const page = places(`#token=${TOKEN}`);
    expect(createBridgeToken(page).current()).toBe(TOKEN);
    expect(page.history.shown).toEqual(['/studio/?draft=1']);
    expect(Object.values(page.stored)).toEqual([TOKEN]);
  });

  it('keeps the other parts of the fragment as they are', () => {
    const page = places(`#open=stripe&token=${TOKEN}&x=%20`);
    createBridgeToken(page);
    expect(page.history.shown).toEqual(['/studio/?draft=1#open=stripe&x=%20']);
  });

  it('finds the stored token after a reload and touches no history', () => {
    const page = places('', { 'asl-studio-token': TOKEN });
    expect(createBridgeToken(page).current()).toBe(TOKEN);
    expect(page.history.shown).toEqual([]);
  });

  it('takes a new token from a URL that was pasted into the open page', () => {
    const page = places('');
    const token = createBridgeToken(page);
    expect(token.current()).toBeNull();
    page.location.hash = `#token=${TOKEN}`;
    expect(token.refresh()).toBe(true);
    expect(token.current()).toBe(TOKEN);
    expect(token.refresh()).toBe(false);
  });

  it('removes what cannot be a token from the address bar, and does not keep it', () => {
    const page = places('#token=<script>');
    expect(createBridgeToken(page).current()).toBeNull();
    expect(page.history.shown).toEqual(['/studio/?draft=1']);
  });

  it('works from memory where storage is blocked', () => {
    const blocked = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const token = createBridgeToken({ ...places(`#token=${TOKEN}`), storage: { getItem: blocked, setItem: blocked, removeItem: blocked } });
    expect(token.current()).toBe(TOKEN);
    token.forget();
    expect(token.current()).toBeNull();
  });
});

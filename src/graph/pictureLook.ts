import type { NodeData } from './types.ts';

/** Colours of a picture: as `ui/tokens.css` has them, which a file that leaves the page cannot refer to. */
export interface Palette {
  readonly ground: string;
  readonly card: string;
  readonly cardBorder: string;
  readonly container: string;
  readonly header: string;
  readonly line: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly edge: string;
  readonly caught: string;
  readonly caughtBg: string;
  readonly caughtLine: string;
  readonly chipLine: string;
  readonly types: { readonly [T in NodeData['type']]: readonly [ink: string, ground: string] };
}

export type PictureTheme = 'light' | 'dark';

export const PALETTES: { readonly [T in PictureTheme]: Palette } = {
  light: {
    ground: '#f4f6f8', card: '#ffffff', cardBorder: '#898e98', container: '#eef0f5', header: '#ffffff', line: '#dde0e5', text: '#13161d', text2: '#484d58', text3: '#636975',
    edge: '#787d88', caught: '#aa6a05', caughtBg: '#fef2d9', caughtLine: '#eac586', chipLine: '#caced4',
    types: {
      Task: ['#2462a2', '#e1eefe'], Http: ['#7544a3', '#f1e8fe'], Choice: ['#805800', '#f9ebd6'], Pass: ['#59616f', '#eaedf2'], Wait: ['#066d7c', '#dbf2f7'], Parallel: ['#913d71', '#fee4f2'],
      Map: ['#077064', '#dbf3ee'], Succeed: ['#037441', '#dcf4e3'], Fail: ['#a43237', '#ffe6e5'], Unknown: ['#484d58', '#edeff4'], Marker: ['#484d58', '#edeff4'],
    },
  },
  dark: {
    ground: '#0c0e12', card: '#16191f', cardBorder: '#5b616b', container: '#13161d', header: '#16191f', line: '#24272d', text: '#e7e9ee', text2: '#b0b4bc', text3: '#8f949e',
    edge: '#6f757f', caught: '#d59741', caughtBg: '#312513', caughtLine: '#694d22', chipLine: '#353942',
    types: {
      Task: ['#8abffa', '#182f49'], Http: ['#cea5fc', '#342644'], Choice: ['#dcb374', '#3d2a08'], Pass: ['#b4bbc9', '#2b2e34'], Wait: ['#7ec8d7', '#0b343b'], Parallel: ['#ee9ecb', '#412234'],
      Map: ['#81cbbe', '#0d352f'], Succeed: ['#83ce9e', '#133621'], Fail: ['#fe9b98', '#462221'], Unknown: ['#b0b4bc', '#21252b'], Marker: ['#b0b4bc', '#21252b'],
    },
  },
};

/** Signs of the types on a 16 px box, as `ui/icons.tsx` draws them. */
export const SIGNS: { readonly [T in NodeData['type']]: string } = {
  Task: 'M8 1.75 13.5 4.9v6.2L8 14.25 2.5 11.1V4.9ZM2.75 5 8 8l5.25-3M8 8v6',
  Http: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M2 8h12M8 2c1.75 1.7 2.5 3.7 2.5 6S9.75 12.3 8 14C6.25 12.3 5.5 10.3 5.5 8S6.25 3.7 8 2Z',
  Choice: 'M8 1.5 11.5 5 8 8.5 4.5 5ZM4.5 5h-1A1.25 1.25 0 0 0 2.25 6.25v7.25M11.5 5h1a1.25 1.25 0 0 1 1.25 1.25v7.25M.75 12l1.5 1.5L3.75 12M12.25 12l1.5 1.5 1.5-1.5',
  Pass: 'M1.75 8h9.5M8 4.5 11.5 8 8 11.5M14.25 3.5v9',
  Wait: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M8 4.5V8l2.5 1.75',
  Parallel: 'M8 1.75V4M3.25 12V6a2 2 0 0 1 2-2h5.5a2 2 0 0 1 2 2v6M8 4v8M1.5 10.5l1.75 1.75L5 10.5M6.25 10.5 8 12.25l1.75-1.75M11 10.5l1.75 1.75 1.75-1.75',
  Map: 'M3.5 5.5h5.5a1.5 1.5 0 0 1 1.5 1.5v5.5a1.5 1.5 0 0 1-1.5 1.5H3.5a1.5 1.5 0 0 1-1.5-1.5V7a1.5 1.5 0 0 1 1.5-1.5ZM5 3.75h5.75a1.5 1.5 0 0 1 1.5 1.5V11M7.5 1.75h5A1.5 1.5 0 0 1 14 3.25V8.5',
  Succeed: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M5.25 8.25l2 2 3.5-4',
  Fail: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5ZM6 6l4 4M10 6l-4 4',
  Unknown: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M6.25 6.25a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.75.6-.75 1.15M8 11.25h.01',
  Marker: '',
};

export const SIGN_RETRY = 'M12.75 5.5A5.25 5.25 0 1 0 13.25 8M13 2.5v3h-3';
export const SIGN_CATCH = 'M3 3v4a4 4 0 0 0 4 4h5.5M9.75 8.25 12.5 11l-2.75 2.75';

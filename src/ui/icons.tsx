import type { ReactElement, SVGProps } from 'react';
import css from './icons.module.css';

/** Drawn for this project on a 16 px box; strokes of 1.4 px, set by CSS. Services get generic shapes, never a vendor's marks. */
const SHAPES = {
  'chevron-down': <path d="m4.5 6.25 3.5 3.5 3.5-3.5" />,
  'chevron-right': <path d="m6.25 4.5 3.5 3.5-3.5 3.5" />,
  search: <><circle cx="7" cy="7" r="4.25" /><path d="m10.25 10.25 3.25 3.25" /></>,
  undo: <path d="M5.5 3 2.75 5.75 5.5 8.5M3 5.75h6.5a3.5 3.5 0 0 1 0 7H6" />,
  redo: <path d="m10.5 3 2.75 2.75L10.5 8.5M13 5.75H6.5a3.5 3.5 0 0 0 0 7H10" />,
  sun: <><circle cx="8" cy="8" r="2.75" /><path d="M8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9" /></>,
  moon: <path d="M13.25 9.5A5.75 5.75 0 0 1 6.5 2.75a5.75 5.75 0 1 0 6.75 6.75Z" />,
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  minus: <path d="M3.5 8h9" />,
  x: <path d="m4.25 4.25 7.5 7.5M11.75 4.25l-7.5 7.5" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  play: <path d="M5 3.25v9.5l7.5-4.75Z" fill="currentColor" strokeLinejoin="round" />,
  stop: <rect x="4" y="4" width="8" height="8" rx="1" fill="currentColor" />,
  code: <path d="M5.25 4.5 1.75 8l3.5 3.5M10.75 4.5 14.25 8l-3.5 3.5" />,
  flow: <><rect x="5" y="1.75" width="6" height="4" rx="1" /><rect x="1.75" y="10.25" width="5" height="4" rx="1" /><rect x="9.25" y="10.25" width="5" height="4" rx="1" /><path d="M8 5.75V8M4.25 10.25V9a1 1 0 0 1 1-1h5.5a1 1 0 0 1 1 1v1.25" /></>,
  split: <><rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" /><path d="M8 2.75v10.5" /></>,
  'panel-left': <><rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" /><path d="M6 2.75v10.5" /></>,
  export: <path d="M8 9.75V2.25M5 5l3-2.75L11 5M2.75 9.5v2.75a1.5 1.5 0 0 0 1.5 1.5h7.5a1.5 1.5 0 0 0 1.5-1.5V9.5" />,
  plug: <path d="M6 1.75v3M10 1.75v3M3.75 4.75h8.5v2.5a4.25 4.25 0 0 1-8.5 0ZM8 11.5v2.75" />,
  lock: <><rect x="3" y="7" width="10" height="6.75" rx="1.5" /><path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" /></>,
  eye: <><path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" /><circle cx="8" cy="8" r="2" /></>,
  copy: <><rect x="5.25" y="5.25" width="8.5" height="8.5" rx="1.5" /><path d="M10.75 2.75a1.5 1.5 0 0 0-1-.5h-6a1.5 1.5 0 0 0-1.5 1.5v6a1.5 1.5 0 0 0 .5 1" /></>,
  format: <path d="M2.5 3.5h11M5.5 6.5h8M5.5 9.5h5M2.5 12.5h11" />,
  expand: <path d="M9.5 2.75h3.75V6.5M6.5 13.25H2.75V9.5M13 3 9.25 6.75M3 13l3.75-3.75" />,
  fit: <path d="M2.5 5.5v-2a1 1 0 0 1 1-1h2M10.5 2.5h2a1 1 0 0 1 1 1v2M13.5 10.5v2a1 1 0 0 1-1 1h-2M5.5 13.5h-2a1 1 0 0 1-1-1v-2" />,
  'map-pin': <><rect x="2" y="3" width="12" height="10" rx="1.5" /><rect x="7.5" y="7.5" width="4.5" height="3.5" rx=".5" /></>,
  warning: <path d="M7.1 2.6 1.9 11.7a1 1 0 0 0 .9 1.55h10.4a1 1 0 0 0 .9-1.55L8.9 2.6a1 1 0 0 0-1.8 0ZM8 6.25v3M8 11.25h.01" />,
  error: <><circle cx="8" cy="8" r="6" /><path d="m6 6 4 4M10 6l-4 4" /></>,
  info: <><circle cx="8" cy="8" r="6" /><path d="M8 7.5v3.25M8 5.25h.01" /></>,
  ok: <><circle cx="8" cy="8" r="6" /><path d="m5.5 8.25 1.75 1.75 3.25-3.75" /></>,
  bulb: <path d="M5.75 11.25c0-1.5-1.75-2.25-1.75-4.75a4 4 0 0 1 8 0c0 2.5-1.75 3.25-1.75 4.75ZM6.5 13.75h3" />,
  history: <path d="M2.5 3v3h3M2.75 6A5.75 5.75 0 1 1 2.25 8M8 5v3.25l2.25 1.25" />,
  refresh: <path d="M13.25 3v3h-3M2.75 13v-3h3M13 6a5.25 5.25 0 0 0-9-1.5L2.75 6M3 10a5.25 5.25 0 0 0 9 1.5L13.25 10" />,
  trash: <path d="M2.75 4.25h10.5M6 4V2.75a.5.5 0 0 1 .5-.5h3a.5.5 0 0 1 .5.5V4M4 4.5l.6 8.3a1 1 0 0 0 1 .95h4.8a1 1 0 0 0 1-.95L12 4.5M6.75 7v4M9.25 7v4" />,
  pencil: <path d="m10.5 2.75 2.75 2.75-7.5 7.5-3.25.5.5-3.25ZM9 4.25 11.75 7" />,
  'arrow-right': <path d="M2.75 8h10.5M9.25 4l4 4-4 4" />,
  send: <path d="M13.75 2.25 2 6.5l4.75 2.75L9.5 14ZM13.75 2.25l-7 7" />,
  shield: <path d="M8 1.75 2.75 3.5v4c0 3.25 2.1 5.5 5.25 6.75 3.15-1.25 5.25-3.5 5.25-6.75v-4Z" />,
  terminal: <><rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" /><path d="M4.5 6 6.5 8l-2 2M8.5 10.25h3" /></>,
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  star: <path d="m8 2 1.8 3.75 4.1.55-3 2.85.75 4.1L8 11.25l-3.65 2 .75-4.1-3-2.85 4.1-.55Z" />,
  grip: <path d="M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01" strokeWidth="1.8" />,
  retry: <path d="M12.75 5.5A5.25 5.25 0 1 0 13.25 8M13 2.5v3h-3" />,
  catch: <path d="M3 3v4a4 4 0 0 0 4 4h5.5M9.75 8.25 12.5 11l-2.75 2.75" />,
  pin: <path d="M5.5 2.25h5M6.25 2.25v4L4 9h8L9.75 6.25v-4M8 9v4.75" />,
  link: <path d="M6.75 9.25a2.5 2.5 0 0 0 3.55 0l2.2-2.2a2.5 2.5 0 0 0-3.55-3.55l-.7.7M9.25 6.75a2.5 2.5 0 0 0-3.55 0L3.5 8.95A2.5 2.5 0 0 0 7.05 12.5l.7-.7" />,
  file: <path d="M4 1.75h5L12.5 5.25v8a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-10.5a1 1 0 0 1 .5-1ZM9 1.75v3.5h3.5" />,
  task: <path d="M8 1.75 13.5 4.9v6.2L8 14.25 2.5 11.1V4.9ZM2.75 5 8 8l5.25-3M8 8v6" />,
  http: <><circle cx="8" cy="8" r="6" /><path d="M2 8h12M8 2c1.75 1.7 2.5 3.7 2.5 6S9.75 12.3 8 14C6.25 12.3 5.5 10.3 5.5 8S6.25 3.7 8 2Z" /></>,
  choice: <path d="M8 1.5 11.5 5 8 8.5 4.5 5ZM4.5 5h-1A1.25 1.25 0 0 0 2.25 6.25v7.25M11.5 5h1a1.25 1.25 0 0 1 1.25 1.25v7.25M.75 12l1.5 1.5L3.75 12M12.25 12l1.5 1.5 1.5-1.5" />,
  pass: <path d="M1.75 8h9.5M8 4.5 11.5 8 8 11.5M14.25 3.5v9" />,
  wait: <><circle cx="8" cy="8" r="6" /><path d="M8 4.5V8l2.5 1.75" /></>,
  parallel: <path d="M8 1.75V4M3.25 12V6a2 2 0 0 1 2-2h5.5a2 2 0 0 1 2 2v6M8 4v8M1.5 10.5l1.75 1.75L5 10.5M6.25 10.5 8 12.25l1.75-1.75M11 10.5l1.75 1.75 1.75-1.75" />,
  map: <><rect x="2" y="5.5" width="8.5" height="8.5" rx="1.5" /><path d="M5 3.75h5.75a1.5 1.5 0 0 1 1.5 1.5V11M7.5 1.75h5A1.5 1.5 0 0 1 14 3.25V8.5" /></>,
  succeed: <><circle cx="8" cy="8" r="6" /><path d="m5.25 8.25 2 2 3.5-4" /></>,
  fail: <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5ZM6 6l4 4M10 6l-4 4" />,
  function: <path d="M4 2.5h2L12 13.5h1.25M7.25 7.5 3.5 13.5" />,
  table: <><ellipse cx="8" cy="3.75" rx="5.25" ry="2" /><path d="M2.75 3.75v8.5c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2v-8.5M2.75 8c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2" /></>,
  bell: <path d="M4 6.75a4 4 0 0 1 8 0c0 3.25 1.5 4.25 1.5 4.25h-11S4 10 4 6.75ZM6.5 13.25a1.6 1.6 0 0 0 3 0" />,
  queue: <><rect x="1.75" y="5" width="3.5" height="6" rx=".75" /><rect x="6.25" y="5" width="3.5" height="6" rx=".75" /><path d="M11.5 8h3M12.75 6.25 14.5 8l-1.75 1.75" /></>,
  bus: <><path d="M1.75 8h12.5M4 8V5.5M8 8v3.5M12 8V4.5" /><circle cx="4" cy="4" r="1.5" /><circle cx="8" cy="13" r="1.5" /><circle cx="12" cy="3" r="1.5" /></>,
  container: <><rect x="2" y="2" width="5" height="5" rx="1" /><rect x="9" y="2" width="5" height="5" rx="1" /><rect x="2" y="9" width="5" height="5" rx="1" /><rect x="9" y="9" width="5" height="5" rx="1" /></>,
  spark: <path d="M7.5 2.5 9 6.5l4 1.5-4 1.5-1.5 4L6 9.5 2 8l4-1.5ZM13 2v2.5M11.75 3.25h2.5" />,
  bucket: <><ellipse cx="8" cy="3.75" rx="5.5" ry="1.75" /><path d="m2.5 3.75 1.25 9c.1.7 1.9 1.5 4.25 1.5s4.15-.8 4.25-1.5l1.25-9" /></>,
  'arrow-left': <path d="M13.25 8H2.75M6.75 4l-4 4 4 4" />,
  'arrow-up': <path d="M8 13.25V2.75M4 6.75l4-4 4 4" />,
  'arrow-down': <path d="M8 2.75v10.5M4 9.25l4 4 4-4" />,
  'chevron-up': <path d="m4.5 9.75 3.5-3.5 3.5 3.5" />,
  'chevron-left': <path d="m9.75 4.5-3.5 3.5 3.5 3.5" />,
  chevrons: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
  download: <path d="M8 2.25v7.5M5 7l3 2.75L11 7M2.75 9.5v2.75a1.5 1.5 0 0 0 1.5 1.5h7.5a1.5 1.5 0 0 0 1.5-1.5V9.5" />,
  folder: <path d="M1.75 12V4a1.25 1.25 0 0 1 1.25-1.25h3L7.5 4.5H13a1.25 1.25 0 0 1 1.25 1.25V12A1.25 1.25 0 0 1 13 13.25H3A1.25 1.25 0 0 1 1.75 12Z" />,
  key: <><circle cx="5" cy="11" r="2.75" /><path d="m7 9 6-6M10.5 5.5l2 2M12 4l1.5 1.5" /></>,
  'eye-off': <path d="M2.5 2.5l11 11M6.5 3.7A6 6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a12 12 0 0 1-1.9 2.4M4.3 4.8A11.5 11.5 0 0 0 1.5 8S4 12.5 8 12.5a6 6 0 0 0 3.3-1M6.7 6.7a1.9 1.9 0 0 0 2.6 2.6" />,
  keyboard: <><rect x="1.75" y="3.75" width="12.5" height="8.5" rx="1.5" /><path d="M4.5 6.5h.01M8 6.5h.01M11.5 6.5h.01M5 9.5h6" /></>,
  monitor: <><rect x="1.75" y="2.75" width="12.5" height="8.5" rx="1.5" /><path d="M5.5 13.5h5M8 11.25v2.25" /></>,
  'panel-right': <><rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.5" /><path d="M10 2.75v10.5" /></>,
  external: <path d="M9.5 2.5h4v4M13.25 2.75 7.5 8.5M12 9.5v2.75a1.25 1.25 0 0 1-1.25 1.25h-7A1.25 1.25 0 0 1 2.5 12.25v-7A1.25 1.25 0 0 1 3.75 4H6.5" />,
  swap: <path d="M2.5 5.25h10M10 2.75l2.5 2.5-2.5 2.5M13.5 10.75h-10M6 8.25l-2.5 2.5 2.5 2.5" />,
  unknown: <><circle cx="8" cy="8" r="6" /><path d="M6.25 6.25a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.75.6-.75 1.15M8 11.25h.01" /></>,
  dash: <path d="M4 8h8" strokeWidth="1.8" />,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof SHAPES;

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'name' | 'ref'> {
  readonly name: IconName;
  /** Pixels. The smaller two get thicker strokes. */
  readonly size?: 12 | 14 | 16 | undefined;
}

/** Decoration beside a word. Where it stands alone, the control around it carries the name. */
export function Icon({ name, size = 16, className, ...rest }: IconProps) {
  return (
    <svg {...rest} className={className ? `${css.icon} ${className}` : css.icon} data-size={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}

export function Logo({ size = 24 }: { readonly size?: number | undefined }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--accent)" />
      <path d="M8 6.5h8M8 6.5v4a2 2 0 0 0 2 2h4a2 2 0 0 1 2 2v3" stroke="#fff" strokeWidth="1.6" fill="none" />
      <circle cx="8" cy="6.5" r="2.1" fill="#fff" />
      <circle cx="16" cy="6.5" r="2.1" fill="#fff" fillOpacity=".55" />
      <circle cx="16" cy="17.5" r="2.1" fill="#fff" />
    </svg>
  );
}

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';
import css from './Tabs.module.css';

export interface TabItem<V extends string = string> {
  readonly id: V;
  readonly label: string;
  readonly count?: number | undefined;
  /** There is something inside (a set mock, a changed field). Said in the tab's name as well. */
  readonly dot?: boolean | undefined;
  /** Drawn instead of the label, which stays the name. */
  readonly icon?: IconName | undefined;
}

export interface TabsProps<V extends string = string> {
  /** Name of the tab list. */
  readonly label: string;
  readonly items: readonly TabItem<V>[];
  readonly value: V;
  readonly onChange: (id: V) => void;
  readonly tight?: boolean | undefined;
  /** At the right end of the tab bar. */
  readonly end?: ReactNode;
  /** `TabPanel`s. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function Tabs<V extends string = string>({ label, items, value, onChange, tight, end, children, className, ...rest }: TabsProps<V>) {
  return (
    <Base.Root {...rest} className={cx(css.root, className)} value={value} onValueChange={(next) => onChange(next)}>
      <div className={css.bar}>
        <Base.List aria-label={label} className={css.list} data-tight={tight || undefined} activateOnFocus>
          {items.map((item) => (
            <Base.Tab key={item.id} value={item.id} className={css.tab} title={item.icon && item.label} data-testid={rest['data-testid'] === undefined ? undefined : `${rest['data-testid']}.${item.id}`}>
              {item.icon ? <><Icon name={item.icon} size={14} /><span className="visually-hidden">{item.label}</span></> : item.label}
              {item.count !== undefined && <span className={css.count}>{item.count}</span>}
              {item.dot && <span className={css.dot}><span className="visually-hidden"> (in use)</span></span>}
            </Base.Tab>
          ))}
        </Base.List>
        {end}
      </div>
      {children}
    </Base.Root>
  );
}

export interface TabPanelProps {
  readonly id: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function TabPanel({ id, className, children }: TabPanelProps) {
  return <Base.Panel value={id} className={cx(css.panel, className)}>{children}</Base.Panel>;
}

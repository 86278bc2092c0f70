import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';
import css from './StateIcon.module.css';

export type StateIconType = 'Task' | 'Http' | 'Choice' | 'Pass' | 'Wait' | 'Parallel' | 'Map' | 'Succeed' | 'Fail' | 'Unknown';

const GLYPH: { readonly [T in StateIconType]: IconName } = {
  Task: 'task', Http: 'http', Choice: 'choice', Pass: 'pass', Wait: 'wait', Parallel: 'parallel', Map: 'map', Succeed: 'succeed', Fail: 'fail', Unknown: 'unknown',
};

export interface StateIconProps {
  readonly type: StateIconType;
  /** 20, 24, 28 or 32 px. */
  readonly size?: 'xs' | 's' | 'm' | 'l' | undefined;
  /** Another shape on the type's hue: the service behind a Task. */
  readonly glyph?: IconName | undefined;
  readonly className?: string | undefined;
}

/** Icon tile in the hue of the state's type. Decoration: the name stands beside it. */
export function StateIcon({ type, size = 'm', glyph, className }: StateIconProps) {
  return (
    <span className={cx(css.tile, className)} data-type={type} data-size={size} aria-hidden="true">
      <Icon name={glyph ?? GLYPH[type]} size={size === 'xs' ? 12 : size === 's' ? 14 : 16} />
    </span>
  );
}

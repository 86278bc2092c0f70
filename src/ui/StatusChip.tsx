import { Chip, type ChipTone } from './Chip.tsx';
import type { IconName } from './icons.tsx';

/** TestState's words, plus what a panel says before and after a run. */
export type ChipStatus = 'SUCCEEDED' | 'RUNNING' | 'RETRIABLE' | 'CAUGHT_ERROR' | 'FAILED' | 'STOPPED' | 'STALE';

const LOOK: { readonly [S in ChipStatus]: { readonly tone: ChipTone; readonly icon: IconName; readonly text: string } } = {
  SUCCEEDED: { tone: 'succeeded', icon: 'check', text: 'SUCCEEDED' },
  RUNNING: { tone: 'running', icon: 'refresh', text: 'RUNNING' },
  RETRIABLE: { tone: 'caught', icon: 'retry', text: 'RETRIABLE' },
  CAUGHT_ERROR: { tone: 'caught', icon: 'catch', text: 'CAUGHT_ERROR' },
  FAILED: { tone: 'failed', icon: 'x', text: 'FAILED' },
  STOPPED: { tone: 'outline', icon: 'stop', text: 'Stopped' },
  STALE: { tone: 'outline', icon: 'history', text: 'Stale' },
};

export interface StatusChipProps {
  readonly status: ChipStatus;
  readonly strong?: boolean | undefined;
  readonly title?: string | undefined;
  readonly 'data-testid'?: string | undefined;
}

export function StatusChip({ status, strong = true, ...rest }: StatusChipProps) {
  const { tone, icon, text } = LOOK[status];
  return <Chip {...rest} tone={tone} icon={icon} strong={strong}>{text}</Chip>;
}

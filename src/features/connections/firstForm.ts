import type { Connection } from '../../http/connection.ts';
import { CONNECTION_PRESETS } from '../../http/presets.ts';
import { isUrl } from '../../lib/isUrl.ts';
import { emptyForm, formFrom, formFromPreset, type ConnectionForm } from './connectionForm.ts';

export interface FirstForm {
  readonly dialog: { readonly arn: string | null; readonly preset?: string };
  readonly before: Connection | null;
  /** Of the state that it is made for. */
  readonly endpoint: string;
  readonly id: string;
  readonly region: string;
}

/** What the fields hold when the dialog opens. An ARN that the definition already names is kept: the connection is made for it. */
export function firstForm({ dialog, before, endpoint, id, region }: FirstForm): ConnectionForm {
  if (before) return formFrom(before, { id, region });
  const name = nameIn(dialog.arn);
  const form = emptyForm({ id, region, arn: dialog.arn ?? '', ...(name === null ? {} : { name }) });
  const preset = CONNECTION_PRESETS.find((one) => one.id === dialog.preset) ?? CONNECTION_PRESETS.find((one) => one.allowedOrigins.some((origin) => endpoint.startsWith(origin)));
  if (preset) return formFromPreset(preset, form, endpoint);
  return { ...form, origins: isUrl(endpoint) ? new URL(endpoint).origin : '' };
}

/** The name inside a connection's ARN, as a start. */
const nameIn = (arn: string | null): string | null => /:connection\/([^/]+)\//.exec(arn ?? '')?.[1] ?? null;

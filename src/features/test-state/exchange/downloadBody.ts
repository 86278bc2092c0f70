import type { ReceivedResponse } from '../../../http/exchange.ts';
import { fileNameFor } from './bodyKind.ts';

/** As a file, never opened in the page: what a server sent is data. */
export function downloadBody(response: ReceivedResponse): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(response.body)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameFor(response);
  link.click();
  // The click has begun the download, which holds the blob itself from then on.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

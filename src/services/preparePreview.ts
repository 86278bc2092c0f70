import { publicPrepared } from '../http/publicPrepared.ts';
import { previewHttpTask, type HttpPreview } from '../interpreter/previewHttpTask.ts';
import type { PreviewOrder } from './testerMessages.ts';

/** Random values and ids are the same each time, so that a preview changes only with what a person changes. */
const SAMPLE = { random: () => 0.5, id: () => '00000000-0000-4000-8000-000000000000' };

/** The request of an HTTP task as it may be shown: no secret goes in, and what stands for one comes out masked. */
export async function preparePreview({ request, connections, region, nowMs }: PreviewOrder): Promise<HttpPreview> {
  const preview = await previewHttpTask(request, {
    region,
    sources: { ...SAMPLE, now: () => nowMs },
    connectionByArn(arn) {
      const connection = connections.find((one) => one.arn === arn);
      return connection === undefined ? null : { connection };
    },
  });
  return preview.kind === 'request' || preview.kind === 'no-connection' ? { ...preview, prepared: publicPrepared(preview.prepared) } : preview;
}

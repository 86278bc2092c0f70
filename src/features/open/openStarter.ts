import type { Actions } from '../../editor/EditorState.ts';
import { sidecarFrom } from '../../editor/sidecarFrom.ts';
import { SAMPLE_SECRETS, type Starter } from '../../editor/starters.ts';
import { err, ok, type Result } from '../../lib/Result.ts';

interface StarterFiles {
  readonly text: string;
  readonly sidecar: unknown;
}

/** From the page's own origin: nothing leaves this machine. */
async function fetchStarter(file: string): Promise<Result<StarterFiles, string>> {
  try {
    const [definition, beside] = await Promise.all([fetch(`./starters/${file}.asl.json`), fetch(`./starters/${file}.studio.json`)]);
    if (!definition.ok || !beside.ok) return err('The starter could not be read. Build the studio again with npm start.');
    return ok({ text: await definition.text(), sidecar: await beside.json() });
  } catch {
    return err('The starter could not be read, because the studio does not answer. Start it again with npm start.');
  }
}

/** Opens a starter with its sample connection, and shows the test of its first HTTP task: one click from the first page. */
export async function openStarter(starter: Starter, actions: Actions): Promise<string | null> {
  const files = await fetchStarter(starter.file);
  if (!files.ok) return files.error;
  actions.open({ text: files.value.text, name: starter.name, sidecar: sidecarFrom(files.value.sidecar) });
  actions.offerConnection(starter.connection, SAMPLE_SECRETS);
  actions.select([starter.firstState], 'other');
  actions.showDock('test');
  actions.showDialog(null);
  return null;
}

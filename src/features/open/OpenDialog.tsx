import { useState } from 'react';
import { STARTERS, type Starter } from '../../editor/starters.ts';
import { useActions } from '../../editor/useActions.ts';
import { useServices } from '../../editor/useServices.ts';
import type { StorageProblem } from '../../services/storageProblem.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StateIcon } from '../../ui/StateIcon.tsx';
import { DraftList } from './DraftList.tsx';
import { openStarter } from './openStarter.ts';
import css from './OpenDialog.module.css';

/** The first page, and later the way to another workflow: starters, a blank one, files, drafts. */
export function OpenDialog({ kept }: { readonly kept?: StorageProblem | undefined }) {
  const actions = useActions();
  const { openFile } = useServices();
  const [problem, setProblem] = useState<string | null>(null);
  const start = (starter: Starter) => (): void => void openStarter(starter, actions).then(setProblem);
  const close = (): void => actions.showDialog(null);
  const blank = (): void => {
    actions.openBlank();
    close();
  };
  return (
    <Dialog open onClose={close} size="l" title="Start a workflow" description="Drag states, read the Amazon States Language beside them, and test any state with an input of yours." data-testid="open">
      {kept && <Damaged problem={kept} />}
      {problem !== null && <Notice tone="error" title="Not opened" text={problem} announce />}
      <div className={css.columns}>
        <section>
          <h3 className={css.title}>Starters, ready to test offline</h3>
          <ul className={css.cards}>
            {STARTERS.map((starter) => (
              <li key={starter.file}>
                <button type="button" className={css.card} onClick={start(starter)} data-testid={`open.starter.${starter.file}`}>
                  <StateIcon type="Http" size="l" />
                  <span className={css.words}><strong>{starter.name}</strong><span>{starter.text}</span></span>
                </button>
              </li>
            ))}
            <li>
              <button type="button" className={css.card} onClick={blank} data-testid="open.blank">
                <StateIcon type="Pass" size="l" />
                <span className={css.words}><strong>Blank workflow</strong><span>One Pass state to build on.</span></span>
              </button>
            </li>
          </ul>
        </section>
        <section>
          <h3 className={css.title}>Yours</h3>
          <Button icon="folder" onClick={() => void openFile().then((message) => (message === null ? close() : setProblem(message)))} data-testid="open.file">Open a file…</Button>
          <p className={css.hint}><Icon name="info" size={14} />Or drop a definition on the page, or paste ASL or a cURL command on the canvas.</p>
          <DraftList onOpened={close} />
        </section>
      </div>
    </Dialog>
  );
}

/** A draft that cannot be read is kept aside, never thrown away. */
function Damaged({ problem }: { readonly problem: StorageProblem }) {
  const { files } = useServices();
  const { kept } = problem;
  const download = kept && <Button size="small" icon="download" onClick={() => void files.download(kept.fileName, kept.text)}>{`Download ${kept.fileName}`}</Button>;
  return <Notice tone="error" title="A draft could not be opened" text={problem.message} actions={download} announce data-testid="open.damaged" />;
}

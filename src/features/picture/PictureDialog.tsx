import { useEffect, useMemo, useState } from 'react';
import { useActions } from '../../editor/useActions.ts';
import { useEditor } from '../../editor/useEditor.ts';
import { useServices } from '../../editor/useServices.ts';
import type { PictureTheme } from '../../graph/pictureLook.ts';
import type { Picture } from '../../graph/toSvg.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Dialog, Grow } from '../../ui/Dialog.tsx';
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx';
import { fontFaces } from './fontFaces.ts';
import { scaleFor, toPng } from './toPng.ts';
import { useDrawn, type PictureScope } from './useDrawn.ts';
import css from './PictureDialog.module.css';

type Format = 'svg' | 'png' | 'mermaid';

const FORMATS: readonly SegmentedOption<Format>[] = [{ value: 'svg', label: 'SVG' }, { value: 'png', label: 'PNG' }, { value: 'mermaid', label: 'Mermaid' }];
const THEMES: readonly SegmentedOption<PictureTheme>[] = [{ value: 'light', label: 'Light', icon: 'sun' }, { value: 'dark', label: 'Dark', icon: 'moon' }];

/** The canvas as a file for documents, tickets and slides. It holds the definition's names and nothing of its test data. */
export function PictureDialog() {
  const name = useEditor((s) => s.name);
  const several = useEditor((s) => s.selected.length > 0);
  const [format, setFormat] = useState<Format>('svg');
  const [theme, setTheme] = useState<PictureTheme>(shownTheme);
  const [scope, setScope] = useState<PictureScope>('all');
  const fonts = useFonts();
  const { picture, mermaid } = useDrawn(theme, scope, fonts);
  const { showDialog } = useActions();
  const save = useSave(format, picture, mermaid, name);
  const close = (): void => showDialog(null);
  const scopes: readonly SegmentedOption<PictureScope>[] = [
    { value: 'all', label: 'Whole workflow' },
    { value: 'selection', label: 'Selection', disabledReason: several ? null : 'Select states on the canvas first.' },
  ];
  const footer = (
    <>
      {format !== 'png' && <CopyButton text={format === 'svg' ? picture.svg : mermaid} label={format === 'svg' ? 'Copy the SVG' : 'Copy the Mermaid text'} variant="secondary" size="normal">Copy</CopyButton>}
      <Grow />
      <Button onClick={close}>Close</Button>
      <Button variant="primary" icon="download" onClick={() => void save().then((done) => done && close())} data-testid="picture.download">{`Download ${fileNameFrom(name)}${ENDINGS[format]}`}</Button>
    </>
  );
  return (
    <Dialog open onClose={close} size="l" title="Export a picture" description="As the canvas shows it: collapsed containers stay collapsed." footer={footer} data-testid="picture">
      <div className={css.choices}>
        <Segmented label="Format" options={FORMATS} value={format} onChange={setFormat} />
        <Segmented label="Part" options={scopes} value={scope} onChange={setScope} />
        {format !== 'mermaid' && <Segmented label="Theme of the picture" options={THEMES} value={theme} onChange={setTheme} />}
      </div>
      {format === 'mermaid' ? <pre className={css.text} tabIndex={0} aria-label="The workflow as Mermaid text" data-testid="picture.mermaid">{mermaid}</pre> : <Preview picture={picture} name={name} />}
      <p className={css.note}>{noteOf(format, picture)}</p>
    </Dialog>
  );
}

const ENDINGS: { readonly [F in Format]: string } = { svg: '.svg', png: '.png', mermaid: '.mmd' };

function noteOf(format: Format, picture: Picture): string {
  if (format === 'mermaid') return 'A state diagram. Markdown on GitHub and GitLab shows it in a block that begins with ```mermaid.';
  if (format === 'svg') return `${picture.width} x ${picture.height} px, fonts included; it refers to nothing outside itself.`;
  const scale = scaleFor(picture);
  const size = `${Math.floor(picture.width * scale)} x ${Math.floor(picture.height * scale)} px`;
  return scale < 2 ? `${size}: as large as browsers draw. For more detail export SVG.` : `${size}, two pixels for each of the canvas.`;
}

/** Data of the document is never put into the page as markup: an image cannot run or fetch anything. */
function Preview({ picture, name }: { readonly picture: Picture; readonly name: string }) {
  const url = useMemo(() => URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' })), [picture]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <div className={css.preview}><img src={url} alt={`Preview of ${name}`} data-testid="picture.preview" /></div>;
}

function useFonts(): string {
  const [fonts, setFonts] = useState('');
  useEffect(() => {
    let wanted = true;
    void fontFaces().then((faces) => wanted && setFonts(faces));
    return () => {
      wanted = false;
    };
  }, []);
  return fonts;
}

function useSave(format: Format, picture: Picture, mermaid: string, name: string): () => Promise<boolean> {
  const { files } = useServices();
  const { notify, announce } = useActions();
  return async () => {
    const fileName = `${fileNameFrom(name)}${ENDINGS[format]}`;
    try {
      const blob = format === 'png' ? (await toPng(picture)).blob : new Blob([format === 'svg' ? picture.svg : mermaid], { type: format === 'svg' ? 'image/svg+xml' : 'text/plain' });
      files.downloadBlob(fileName, blob);
      announce(`Downloaded ${fileName}.`);
      return true;
    } catch (error) {
      notify({ tone: 'error', title: 'The picture was not made', text: error instanceof Error ? error.message : 'Export SVG instead.' });
      return false;
    }
  };
}

const shownTheme = (): PictureTheme => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');

/** Letters, digits, dots and hyphens, whatever the workflow is called. */
const fileNameFrom = (name: string): string => name.trim().replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '').slice(0, 80) || 'workflow';

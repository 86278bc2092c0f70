import { useEffect } from 'react';
import { useActions } from '../editor/useActions.ts';
import { useServices } from '../editor/useServices.ts';

/** Files dropped anywhere on the page open; what the canvas takes itself is left to it. */
export function useFileDrop(): void {
  const actions = useActions();
  const { openDropped } = useServices();
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void openDropped(event.dataTransfer).then((problem) => {
        if (problem === null) actions.showDialog(null);
        else actions.notify({ tone: 'error', title: 'Not opened', text: problem });
      });
    };
    addEventListener('dragover', onDragOver);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('drop', onDrop);
    };
  }, [actions, openDropped]);
}

/** Replaces characters of a text control as if they were typed: the browser's undo and whoever listens know of it. */
export function typeInto(control: HTMLInputElement | HTMLTextAreaElement, { from, to, text, select }: { readonly from: number; readonly to: number; readonly text: string; readonly select: readonly [number, number] }): void {
  if (document.activeElement !== control) control.focus();
  control.setSelectionRange(from, to);
  // Missing where there is no browser around the page.
  const typed = typeof document.execCommand === 'function' && (text !== '' ? document.execCommand('insertText', false, text) : from < to && document.execCommand('delete'));
  if (!typed && (text !== '' || from < to)) {
    control.setRangeText(text, from, to);
    control.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  }
  control.setSelectionRange(select[0], select[1]);
}

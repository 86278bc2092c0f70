import type { Monaco } from './monaco.ts';

/** Monaco wants hexadecimal colours in a theme of its own, so they are read from tokens.css as the page shows them. */
export function followTheme(monaco: Monaco): () => void {
  const root = document.documentElement;
  const show = () => {
    const dark = root.dataset['theme'] === 'dark';
    const name = dark ? 'asl-dark' : 'asl-light';
    monaco.editor.defineTheme(name, themeFrom(getComputedStyle(root), dark));
    monaco.editor.setTheme(name);
  };
  show();
  const observer = new MutationObserver(show);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

type ThemeData = Parameters<Monaco['editor']['defineTheme']>[1];

function themeFrom(style: CSSStyleDeclaration, dark: boolean): ThemeData {
  const sixDigits = colourReader();
  const colour = (token: string, alpha = ''): string => sixDigits(style.getPropertyValue(`--${token}`)) + alpha;
  const rule = (token: string, name: string) => ({ token, foreground: colour(name).slice(1) });
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'text'), rule('string.key.json', 'syn-key'), rule('string.value.json', 'syn-string'), rule('number.json', 'syn-number'), rule('keyword.json', 'syn-bool'),
      rule('delimiter', 'syn-punct'), rule('delimiter.bracket.json', 'syn-punct'), rule('delimiter.array.json', 'syn-punct'), rule('delimiter.colon.json', 'syn-punct'), rule('delimiter.comma.json', 'syn-punct'),
      rule('comment', 'syn-comment'), rule('comment.line.json', 'syn-comment'), rule('comment.block.json', 'syn-comment'),
    ],
    colors: {
      'editor.background': colour('bg-panel'), 'editor.foreground': colour('text'), 'editorGutter.background': colour('bg-panel'),
      'editorLineNumber.foreground': colour('text-3'), 'editorLineNumber.activeForeground': colour('text'), 'editorLineNumber.dimmedForeground': colour('text-3'),
      'editor.lineHighlightBackground': colour('text', '0b'), 'editor.lineHighlightBorder': colour('text', '00'),
      'editorCursor.foreground': colour('accent'), 'editor.selectionBackground': colour('accent', '40'), 'editor.inactiveSelectionBackground': colour('accent', '26'),
      'editor.wordHighlightBackground': colour('accent', '1f'), 'editor.wordHighlightStrongBackground': colour('accent', '2b'), 'editor.selectionHighlightBackground': colour('accent', '1f'),
      'editor.findMatchBackground': colour('status-caught-solid', '66'), 'editor.findMatchHighlightBackground': colour('status-caught-solid', '33'),
      'editorIndentGuide.background1': colour('line'), 'editorIndentGuide.activeBackground1': colour('line-strong'),
      'editorBracketMatch.background': colour('accent', '1f'), 'editorBracketMatch.border': colour('accent', '80'),
      'editorError.foreground': colour('status-failed-solid'), 'editorWarning.foreground': colour('status-caught-solid'), 'editorInfo.foreground': colour('status-running-solid'),
      'editorOverviewRuler.border': colour('line'), 'editorOverviewRuler.errorForeground': colour('status-failed-solid'), 'editorOverviewRuler.warningForeground': colour('status-caught-solid'),
      'scrollbarSlider.background': colour('text', '1c'), 'scrollbarSlider.hoverBackground': colour('text', '2e'), 'scrollbarSlider.activeBackground': colour('text', '40'), 'scrollbar.shadow': colour('text', '00'),
      'editorWidget.background': colour('bg-raised'), 'editorWidget.foreground': colour('text'), 'editorWidget.border': colour('line-strong'), 'widget.shadow': colour('text', '1c'), focusBorder: colour('accent'),
      'editorHoverWidget.background': colour('bg-raised'), 'editorHoverWidget.border': colour('line-strong'), 'input.background': colour('bg-input'), 'input.border': colour('border-control'), 'input.foreground': colour('text'),
      'menu.background': colour('bg-raised'), 'menu.foreground': colour('text'), 'menu.selectionBackground': colour('bg-active'), 'menu.selectionForeground': colour('text'), 'menu.separatorBackground': colour('line'), 'menu.border': colour('line-strong'),
      'quickInput.background': colour('bg-raised'), 'quickInput.foreground': colour('text'), 'list.focusBackground': colour('bg-active'), 'list.focusForeground': colour('text'), 'list.hoverBackground': colour('bg-hover'),
      'quickInputList.focusBackground': colour('bg-active'), 'quickInputList.focusForeground': colour('text'), 'list.highlightForeground': colour('accent-text'), 'list.focusHighlightForeground': colour('accent-text'),
    },
  };
}

/** The build shortens colours (`#fff`, `red`), which Monaco does not take; a canvas answers any opaque colour as `#rrggbb`. */
function colourReader(): (colour: string) => string {
  const context = document.createElement('canvas').getContext('2d');
  return (colour) => {
    if (!context) return colour.trim();
    context.fillStyle = colour.trim();
    return context.fillStyle;
  };
}

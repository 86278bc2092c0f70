import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { laterPart } from '../editor/laterPart.tsx';
import css from './lazyPanes.module.css';

/**
 * What comes after the canvas can be used: each of these is a chunk of its own, so that the first page stays small.
 * Monaco alone is a megabyte.
 */
const later: (() => Promise<unknown>)[] = [];

const named = <Props,>(load: () => Promise<ComponentType<Props>>) => {
  later.push(load);
  return lazy(async () => ({ default: await load() }));
};

/**
 * Fetches what is not shown yet (Monaco excepted, which its pane loads): the bridge serves the page, and when it stops every dialog
 * must still open.
 */
export function loadTheRest(): void {
  // One that fails now is asked for again when it is needed.
  for (const load of later) load().catch(() => undefined);
}

/** A dialog that cannot be fetched closes with a sentence. */
const dialog = <Props,>(load: () => Promise<ComponentType<Props>>) => {
  later.push(load);
  return laterPart(load);
};

export const CodePane = named(async () => (await import('../features/code/CodePane.tsx')).CodePane);
export const PalettePane = named(async () => (await import('../features/palette/PalettePane.tsx')).PalettePane);
export const OutlinePane = named(async () => (await import('../features/outline/OutlinePane.tsx')).OutlinePane);
export const FindPanel = named(async () => (await import('../features/find/FindPanel.tsx')).FindPanel);
export const InspectorPane = named(async () => (await import('../features/inspector/InspectorPane.tsx')).InspectorPane);
export const ProblemsPanel = named(async () => (await import('../features/problems/ProblemsPanel.tsx')).ProblemsPanel);
export const SavedTestsPanel = named(async () => (await import('../features/saved-tests/SavedTestsPanel.tsx')).SavedTestsPanel);
export const SentPanel = named(async () => (await import('../features/sent/SentPanel.tsx')).SentPanel);
export const SentExchangeView = named(async () => (await import('../features/test-state/SentExchangeView.tsx')).SentExchangeView);
export const TestPanel = named(async () => (await import('../features/test-state/TestPanel.tsx')).TestPanel);
export const ConsentDialog = named(async () => (await import('../features/test-state/ConsentDialog.tsx')).ConsentDialog);
export const BridgeDialog = dialog(async () => (await import('../features/bridge-status/BridgeDialog.tsx')).BridgeDialog);
export const CommandPalette = dialog(async () => (await import('../features/command-palette/CommandPalette.tsx')).CommandPalette);
export const ConnectionDialog = dialog(async () => (await import('../features/connections/ConnectionDialog.tsx')).ConnectionDialog);
export const ConnectionsDialog = dialog(async () => (await import('../features/connections/ConnectionsDialog.tsx')).ConnectionsDialog);
export const CurlDialog = dialog(async () => (await import('../features/curl/CurlDialog.tsx')).CurlDialog);
export const ExportDialog = dialog(async () => (await import('../features/export/ExportDialog.tsx')).ExportDialog);
export const ConvertDialog = dialog(async () => (await import('../features/export/ConvertDialog.tsx')).ConvertDialog);
export const RenameStateDialog = dialog(async () => (await import('../features/rename/RenameDialog.tsx')).RenameStateDialog);
export const RenameVariableDialog = dialog(async () => (await import('../features/rename/RenameDialog.tsx')).RenameVariableDialog);
export const ToJsonataDialog = dialog(async () => (await import('../features/query-language/ToJsonataDialog.tsx')).ToJsonataDialog);
export const HostMappingDialog = dialog(async () => (await import('../features/host-mapping/HostMappingDialog.tsx')).HostMappingDialog);
export const IamDialog = dialog(async () => (await import('../features/iam/IamDialog.tsx')).IamDialog);
export const OpenDialog = dialog(async () => (await import('../features/open/OpenDialog.tsx')).OpenDialog);
export const PictureDialog = dialog(async () => (await import('../features/picture/PictureDialog.tsx')).PictureDialog);
export const PickDialog = dialog(async () => (await import('../features/canvas/PickDialog.tsx')).PickDialog);
export const SavePatternDialog = dialog(async () => (await import('../features/palette/SavePatternDialog.tsx')).SavePatternDialog);
export const SaveTestDialog = dialog(async () => (await import('../features/saved-tests/SaveTestDialog.tsx')).SaveTestDialog);
export const SettingsDialog = dialog(async () => (await import('../features/settings/SettingsDialog.tsx')).SettingsDialog);
export const ShortcutsDialog = dialog(async () => (await import('../features/shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog);

later.push(() => import('../features/canvas/laterParts.ts').then(({ loadAll }) => loadAll()));

/** Keeps the pane's place, with a word in it, until its chunk is there. */
export function Pane({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<p className={css.loading}>Loading…</p>}>{children}</Suspense>;
}

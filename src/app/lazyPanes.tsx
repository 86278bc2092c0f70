import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import css from './lazyPanes.module.css';

/**
 * What comes after the canvas can be used: each of these is a chunk of its own, so that the first page stays small.
 * Monaco alone is a megabyte.
 */
const named = <Props,>(load: () => Promise<ComponentType<Props>>) => lazy(async () => ({ default: await load() }));

export const CodePane = named(async () => (await import('../features/code/CodePane.tsx')).CodePane);
export const PalettePane = named(async () => (await import('../features/palette/PalettePane.tsx')).PalettePane);
export const InspectorPane = named(async () => (await import('../features/inspector/InspectorPane.tsx')).InspectorPane);
export const ProblemsPanel = named(async () => (await import('../features/problems/ProblemsPanel.tsx')).ProblemsPanel);
export const SentPanel = named(async () => (await import('../features/sent/SentPanel.tsx')).SentPanel);
export const TestPanel = named(async () => (await import('../features/test-state/TestPanel.tsx')).TestPanel);
export const ConsentDialog = named(async () => (await import('../features/test-state/ConsentDialog.tsx')).ConsentDialog);
export const BridgeDialog = named(async () => (await import('../features/bridge-status/BridgeDialog.tsx')).BridgeDialog);
export const CommandPalette = named(async () => (await import('../features/command-palette/CommandPalette.tsx')).CommandPalette);
export const ConnectionDialog = named(async () => (await import('../features/connections/ConnectionDialog.tsx')).ConnectionDialog);
export const CurlDialog = named(async () => (await import('../features/curl/CurlDialog.tsx')).CurlDialog);
export const ExportDialog = named(async () => (await import('../features/export/ExportDialog.tsx')).ExportDialog);
export const HostMappingDialog = named(async () => (await import('../features/host-mapping/HostMappingDialog.tsx')).HostMappingDialog);
export const OpenDialog = named(async () => (await import('../features/open/OpenDialog.tsx')).OpenDialog);
export const ShortcutsDialog = named(async () => (await import('../features/shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog);

/** Keeps the pane's place, with a word in it, until its chunk is there. */
export function Pane({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<p className={css.loading}>Loading…</p>}>{children}</Suspense>;
}

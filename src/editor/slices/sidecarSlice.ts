import type { Actions } from '../EditorState.ts';
import type { Sidecar } from '../sidecar.ts';
import type { SliceContext } from '../slice.ts';

type Names = 'setInput' | 'setVariables' | 'setMock' | 'setInspectionLevel' | 'setHostMappings' | 'setSubstitutions';

/**
 * What is typed beside the document. It is autosaved with it; only what a command does to it (a rename, a removal) is undone with the
 * document, so that an undo on the canvas never takes typed test input back.
 */
export function sidecarActions({ set }: SliceContext): Pick<Actions, Names> {
  const change = (part: (sidecar: Sidecar) => Partial<Sidecar>): void => set((s) => ({ sidecar: { ...s.sidecar, ...part(s.sidecar) } }));
  return {
    setInput: (state, text) => change(({ inputs }) => ({ inputs: { ...inputs, [state]: text } })),
    setVariables: (state, text) => change(({ variables }) => ({ variables: { ...variables, [state]: text } })),
    setMock: (state, mock) =>
      change(({ mocks }) => ({ mocks: mock === null ? Object.fromEntries(Object.entries(mocks).filter(([name]) => name !== state)) : { ...mocks, [state]: mock } })),
    setInspectionLevel: (state, level) => change(({ inspectionLevels }) => ({ inspectionLevels: { ...inspectionLevels, [state]: level } })),
    setHostMappings: (hostMappings) => change(() => ({ hostMappings })),
    setSubstitutions: (substitutions) => change(() => ({ substitutions })),
  };
}

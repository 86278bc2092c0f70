import type { Actions } from '../EditorState.ts';
import type { Sidecar } from '../sidecar.ts';
import type { SliceContext } from '../slice.ts';
import type { StateName } from '../../asl/names.ts';

type Names = 'setInput' | 'setVariables' | 'setContext' | 'setMock' | 'setConditions' | 'setDefinition' | 'setInspectionLevel' | 'setHostMappings' | 'setSubstitutions';

/**
 * What is typed beside the document. It is autosaved with it; only what a command does to it (a rename, a removal) is undone with the
 * document, so that an undo on the canvas never takes typed test input back.
 */
export function sidecarActions({ set }: SliceContext): Pick<Actions, Names> {
  const change = (part: (sidecar: Sidecar) => Partial<Sidecar>): void => set((s) => ({ sidecar: { ...s.sidecar, ...part(s.sidecar) } }));
  return {
    setInput: (state, text) => change(({ inputs }) => ({ inputs: { ...inputs, [state]: text } })),
    setVariables: (state, text) => change(({ variables }) => ({ variables: { ...variables, [state]: text } })),
    setContext: (state, text) => change(({ contexts }) => ({ contexts: { ...contexts, [state]: text } })),
    setMock: (state, mock) => change(({ mocks }) => ({ mocks: put(mocks, state, mock) })),
    setConditions: (state, conditions) => change((sidecar) => ({ conditions: put(sidecar.conditions, state, conditions) })),
    setDefinition: (state, draft) => change(({ definitions }) => ({ definitions: put(definitions, state, draft) })),
    setInspectionLevel: (state, level) => change(({ inspectionLevels }) => ({ inspectionLevels: { ...inspectionLevels, [state]: level } })),
    setHostMappings: (hostMappings) => change(() => ({ hostMappings })),
    setSubstitutions: (substitutions) => change(() => ({ substitutions })),
  };
}

const put = <T>(table: { readonly [state: StateName]: T }, state: StateName, value: T | null): { readonly [state: StateName]: T } =>
  (value === null ? Object.fromEntries(Object.entries(table).filter(([name]) => name !== state)) : { ...table, [state]: value });

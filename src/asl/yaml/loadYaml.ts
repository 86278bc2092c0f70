import type { Tree } from '../tree.ts';
import type { Writer } from '../writer.ts';

/** What needs the YAML library. It weighs as much as a good part of the page, so it comes with the first YAML document. */
export interface YamlFormat {
  readonly parseYaml: (text: string) => Tree;
  readonly yamlWriter: Writer;
}

let loaded: YamlFormat | null = null;
let loading: Promise<YamlFormat> | undefined;

/** Before a YAML text is parsed or edited. A load that failed (no network) may be tried again. */
export function loadYaml(): Promise<YamlFormat> {
  loading ??= import('./yamlFormat.ts').then((format) => {
    loaded = format;
    return format;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** Null until `loadYaml` has been awaited. */
export const yamlFormat = (): YamlFormat | null => loaded;

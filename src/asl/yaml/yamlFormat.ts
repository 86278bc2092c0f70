/** The chunk that is loaded with the first YAML document: see `loadYaml.ts`. */
export { parseYaml } from './parseYaml.ts';
export { yamlWriter } from './yamlWriter.ts';

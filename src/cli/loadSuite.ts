import { decodeFile } from '../asl/fileText.ts';
import { regionNotes } from '../http/region.ts';
import { readSuite } from '../suite/readSuite.ts';
import { statesNotThere, suiteDefinition, type SuiteDefinition } from '../suite/suiteDefinition.ts';
import type { Suite } from '../suite/suiteTypes.ts';
import { fatalProblem } from './fatalProblem.ts';
import { definitionOf } from './findSuites.ts';
import type { Io } from './io.ts';
import { readDefinition } from './readDefinition.ts';

export interface LoadedSuite {
  readonly file: string;
  readonly definitionFile: string | null;
  readonly suite: Suite;
  readonly definition: SuiteDefinition | null;
  /** `file:line:column: sentence`; with one, no test of the file is run. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** A tests file with its definition, read and held against each other. */
export async function loadSuite(io: Io, file: string): Promise<LoadedSuite> {
  const decoded = decodeFile(await io.read(file));
  if (!decoded.ok) return broken(file, `${file}: ${decoded.error.message}`);
  const { text } = decoded.value;
  const { suite, problems } = readSuite(text);
  const own = problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
  const definitionFile = definitionOf(io, file, suite.definition);
  const loaded = { file, definitionFile, suite, definition: null, notes: regionNotes(suite.region) };
  if (definitionFile === null) return { ...loaded, problems: [...own, noDefinition(file, suite.definition)] };
  const tree = await readDefinition(io, definitionFile);
  if (!tree.ok) return { ...loaded, problems: [...own, `${definitionFile}: ${tree.error.message}`] };
  const fatal = fatalProblem(tree.value);
  if (fatal !== null) return { ...loaded, problems: [...own, `${definitionFile}: ${fatal}`] };
  const unknown = statesNotThere(suite, tree.value, text).map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
  return { ...loaded, definition: suiteDefinition(tree.value, suite.substitutions), problems: [...own, ...unknown] };
}

const broken = (file: string, problem: string): LoadedSuite => ({ file, definitionFile: null, suite: { region: 'us-east-1', substitutions: {}, tests: [] }, definition: null, problems: [problem], notes: [] });

const noDefinition = (file: string, named: string | undefined): string =>
  named === undefined
    ? `${file}: No definition lies beside it. Call the tests NAME.tests.json beside NAME.asl.json or NAME.asl.yaml, or write "definition": "path/to/it".`
    : `${file}: Its "definition", ${named}, is not there. The path begins at the folder of the tests file.`;

import { parseJson } from '../../asl/json/parseJson.ts';
import type { QueryLanguage } from '../../asl/names.ts';
import { stringOf } from '../../asl/pointer.ts';
import type { TestRun } from '../../editor/EditorState.ts';

/** A tested state always says its query language when it is JSONata: see `testRequestFor`. */
export const languageOf = (run: TestRun): QueryLanguage => (stringOf(parseJson(run.request.definition).root, 'QueryLanguage') === 'JSONata' ? 'JSONata' : 'JSONPath');

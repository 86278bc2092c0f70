// The state machines of the interpreter benchmark. `node bench/interpreter/definitions.mjs` writes defs/ again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function chain(length, make, language) {
  const States = {};
  for (let i = 0; i < length; i += 1) States[`S${i}`] = { ...make(i), ...(i === length - 1 ? { End: true } : { Next: `S${i + 1}` }) };
  return { QueryLanguage: language, StartAt: 'S0', States };
}

/** Results and templates by turns. */
export const passChain = (length) =>
  chain(length, (i) => (i % 2 === 0 ? { Type: 'Pass', Result: { step: i }, ResultPath: '$.last' } : { Type: 'Pass', Parameters: { 'id.$': '$.id', 'last.$': '$.last', seen: i } }), 'JSONPath');

export const passChainJsonata = (length) =>
  chain(length, (i) => ({ Type: 'Pass', Output: { id: '{% $states.input.id %}', last: i % 2 === 0 ? { step: i } : '{% $states.input.last %}', ...(i % 2 === 0 ? {} : { seen: i }) } }), 'JSONata');

export const choiceLoop = (turns) => ({
  QueryLanguage: 'JSONPath',
  StartAt: 'Init',
  States: {
    Init: { Type: 'Pass', Parameters: { count: 0 }, Next: 'More' },
    More: { Type: 'Choice', Choices: [{ Variable: '$.count', NumericLessThan: turns, Next: 'Add' }], Default: 'Done' },
    Add: { Type: 'Pass', Parameters: { 'count.$': 'States.MathAdd($.count, 1)' }, Next: 'More' },
    Done: { Type: 'Succeed' },
  },
});

export const choiceLoopJsonata = (turns) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Init',
  States: {
    Init: { Type: 'Pass', Assign: { count: 0 }, Next: 'More' },
    More: { Type: 'Choice', Choices: [{ Condition: `{% $count < ${turns} %}`, Assign: { count: '{% $count + 1 %}' }, Next: 'Add' }], Default: 'Done' },
    Add: { Type: 'Pass', Next: 'More' },
    Done: { Type: 'Succeed', Output: '{% {"count": $count} %}' },
  },
});

const map = (fields, one, language) => ({
  QueryLanguage: language,
  StartAt: 'Each',
  States: { Each: { Type: 'Map', ...fields, ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'One', States: { One: { Type: 'Pass', ...one, End: true } } }, End: true } },
});
export const mapItems = () => map({ ItemsPath: '$.items', MaxConcurrency: 0 }, { Parameters: { 'id.$': '$.id', ok: true } }, 'JSONPath');
export const mapItemsJsonata = () => map({ Items: '{% $states.input.items %}' }, { Output: { id: '{% $states.input.id %}', ok: true } }, 'JSONata');

export const parallel = (branches) => ({
  QueryLanguage: 'JSONPath',
  StartAt: 'All',
  States: {
    All: {
      Type: 'Parallel',
      Branches: Array.from({ length: branches }, (_, i) => ({
        StartAt: `A${i}`,
        States: { [`A${i}`]: { Type: 'Pass', Parameters: { 'id.$': '$.id', branch: i }, Next: `B${i}` }, [`B${i}`]: { Type: 'Pass', End: true } },
      })),
      End: true,
    },
  },
});

/** Ten states that hand a big payload on and change a little of it. */
export const bigPayload = (states) => chain(states, (i) => (i % 2 === 0 ? { Type: 'Pass' } : { Type: 'Pass', Result: { step: i }, ResultPath: '$.last' }), 'JSONPath');

export const itemsInput = (count) => ({ items: Array.from({ length: count }, (_, i) => ({ id: i, name: `item number ${i}`, tags: ['a', 'b'] })) });
export const megabyte = () => ({ rows: Array.from({ length: 10_000 }, (_, id) => ({ id, name: `row ${id}`, text: 'x'.repeat(64) })) });

const DEFINITIONS = {
  'pass-chain-1000': passChain(1000),
  'pass-chain-1000.jsonata': passChainJsonata(1000),
  'choice-loop-1000': choiceLoop(1000),
  'choice-loop-1000.jsonata': choiceLoopJsonata(1000),
  'map-10000': mapItems(),
  'map-10000.jsonata': mapItemsJsonata(),
  'parallel-100': parallel(100),
  'payload-1mb': bigPayload(10),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('defs', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, definition] of Object.entries(DEFINITIONS)) writeFileSync(`${folder}/${name}.asl.json`, `${JSON.stringify(definition)}\n`);
}

import { boundedCache } from '../../lib/boundedCache.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/Json.ts';

/** Words that mean something of their own in JSONata are not names. */
const WORDS = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);
const PATH = /\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/.source;
const LITERAL = /-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?|"[^"\\]*"|'[^'\\]*'/.source;
const OPERAND = `(${PATH}|${LITERAL})`;
const SIMPLE = new RegExp(`^${OPERAND}(?:\\s*(<=|>=|!=|[<>=+\\-*/])\\s*${OPERAND})?$`);

type Operand = { readonly root: string; readonly names: readonly string[] } | { readonly value: Json };
interface Scope {
  readonly states: JsonObject;
  readonly input?: Json;
  readonly variables: JsonObject;
}
interface Simple {
  readonly left: Operand;
  readonly operator?: string;
  readonly right?: Operand;
}

function operandOf(text: string): Operand | null {
  if (!text.startsWith('$')) return { value: /^["']/.test(text) ? text.slice(1, -1) : Number(text) };
  const [root = '', ...names] = text.slice(1).split('.');
  return names.some((name) => WORDS.has(name)) || (root === 'states' && names.length === 0) ? null : { root, names };
}

const simple: (text: string) => Simple | null = boundedCache((text) => {
  const found = SIMPLE.exec(text);
  const left = found?.[1] === undefined ? null : operandOf(found[1]);
  if (!found || left === null) return null;
  const [operator, other] = [found[2], found[3]];
  if (operator === undefined || other === undefined) return 'value' in left ? null : { left };
  const right = operandOf(other);
  return right === null ? null : { left, operator, right };
});

/** Down through objects; undefined where something is missing or a list is met, which jsonata would map over. */
function read(operand: Operand, scope: Scope): Json | undefined {
  if ('value' in operand) return operand.value;
  const { root, names } = operand;
  const fromInput = root === 'states' && names[0] === 'input' && scope.input !== undefined;
  let at: Json | undefined;
  if (fromInput) at = scope.input;
  else if (root === 'states') at = scope.states;
  else at = Object.hasOwn(scope.variables, root) ? scope.variables[root] : undefined;
  for (let i = fromInput ? 1 : 0; i < names.length; i++) {
    const name = names[i] as string;
    if (!isJsonObject(at) || !Object.hasOwn(at, name)) return undefined;
    at = at[name];
  }
  return Array.isArray(at) ? undefined : at;
}

function numeric(operator: string, a: number, b: number): Json | undefined {
  switch (operator) {
    case '<': return a < b;
    case '<=': return a <= b;
    case '>': return a > b;
    case '>=': return a >= b;
    case '=': return a === b;
    case '!=': return a !== b;
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    default: return undefined;
  }
}

function combine(operator: string, a: Json, b: Json): Json | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const value = numeric(operator, a, b);
    return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
  }
  if (typeof a !== 'string' || typeof b !== 'string') return undefined;
  return operator === '=' ? a === b : operator === '!=' ? a !== b : undefined;
}

/**
 * The value of an expression that walks down objects (`$states.input.order.id`) or compares or calculates with two such values
 * (`$count + 1`): the greater part of all expressions, and jsonata takes a promise for each step of them.
 * Undefined: jsonata has to look itself, at anything else and at everything that could go wrong.
 */
export function directValue(text: string, scope: Scope): Json | undefined {
  const expression = simple(text);
  if (expression === null) return undefined;
  const left = read(expression.left, scope);
  if (expression.operator === undefined || expression.right === undefined || left === undefined) return left !== undefined && expression.operator === undefined ? left : undefined;
  const right = read(expression.right, scope);
  return right === undefined ? undefined : combine(expression.operator, left, right);
}

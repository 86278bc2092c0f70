import { ROOT } from '../../asl/pointer.ts';
import { problem, type Rule } from '../problem.ts';

/** [DG:statemachine-structure] by asl-semantics.md section 1: at most 1 MiB. */
const LARGEST_BYTES = 1_048_576;

export const size: Rule = ({ tree }) => {
  // No character takes more than three bytes per UTF-16 code unit, so small texts need no counting.
  if (tree.text.length * 3 <= LARGEST_BYTES) return [];
  const bytes = new TextEncoder().encode(tree.text).length;
  if (bytes <= LARGEST_BYTES) return [];
  const megabytes = (bytes / LARGEST_BYTES).toFixed(1);
  return [problem('error', 'too-large', { offset: 0, length: 1, pointer: ROOT }, `This definition has ${megabytes} MiB, and AWS takes 1 MiB at most. Move parts of it into state machines of their own.`)];
};

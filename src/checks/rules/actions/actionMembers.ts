import type { Shape, StructureShape } from '../../../catalog/Shape.ts';
import { nearest } from '../../../lib/nearest.ts';
import { childPointer, itemsOf, memberOf, type Segment } from '../../../asl/pointer.ts';
import type { StateEntry } from '../../../asl/states.ts';
import type { Member, ObjectNode, ValueNode } from '../../../asl/tree.ts';
import { hasUnknownMembers, problem, type Problem } from '../../problem.ts';

/** The parameters that stand in the document against the request of the action. What a path or an expression gives is not looked at. */
export function actionMembers(state: StateEntry, request: Shape, action: string): readonly Problem[] {
  const field = state.language === 'JSONata' ? 'Arguments' : 'Parameters';
  const given = memberOf(state.node, field);
  // Without the field the task is given the state's input.
  if (given?.value.kind !== 'object') return [];
  return new MemberCheck(state, action).value(given.value, request, given, [field]);
}

class MemberCheck {
  readonly state: StateEntry;
  readonly action: string;

  constructor(state: StateEntry, action: string) {
    this.state = state;
    this.action = action;
  }

  value(node: ValueNode, shape: Shape, holder: Member, way: readonly Segment[]): readonly Problem[] {
    if (node.kind === 'array') return shape.is === 'list' ? itemsOf(node).flatMap((item, index) => this.value(item, shape.of, holder, [...way, index])) : [];
    if (node.kind !== 'object') return [];
    if (shape.is === 'map') return node.members.flatMap((member) => this.value(member.value, shape.of, member, [...way, member.key.value]));
    return shape.is === 'structure' ? this.structure(node, shape, holder, way) : [];
  }

  private structure(node: ObjectNode, shape: StructureShape, holder: Member, way: readonly Segment[]): readonly Problem[] {
    const uncertain = hasUnknownMembers(node);
    const names = Object.keys(shape.members);
    const given = new Set<string>();
    const found = node.members.flatMap((member) => {
      const name = this.nameOf(member);
      given.add(name);
      const inside = [...way, member.key.value];
      if (Object.hasOwn(shape.members, name)) return member.key.value === name ? this.value(member.value, shape.members[name] as Shape, member, inside) : [];
      return this.unknown(member, name, names, inside);
    });
    const meant = new Set([...given].map((name) => name.toLowerCase()));
    const missing = uncertain ? [] : (shape.required ?? []).filter((name) => !meant.has(name.toLowerCase()));
    return [...this.missing(missing, holder, way), ...found];
  }

  /** In JSONPath `Name.$` gives `Name`. */
  private nameOf({ key }: Member): string {
    return this.state.language === 'JSONPath' && key.value.endsWith('.$') ? key.value.slice(0, -2) : key.value;
  }

  private unknown(member: Member, name: string, names: readonly string[], way: readonly Segment[]): readonly Problem[] {
    if (name.includes('${')) return [];
    const near = nearest(name, names);
    const place = { offset: member.key.offset, length: member.key.length, pointer: childPointer(this.state.pointer, ...way), state: this.state.id };
    if (near !== null && near.toLowerCase() === name.toLowerCase()) return [problem('error', 'member-casing', place, `Step Functions spells this parameter of ${this.action} ${near}.`)];
    const guess = near === null ? 'Remove it, or look its name up in the form of the state.' : `Did you mean ${near}?`;
    return [problem('warning', 'unknown-member', place, `${this.action} has no parameter called ${name}${within(way)}. ${guess}`)];
  }

  private missing(names: readonly string[], holder: Member, way: readonly Segment[]): readonly Problem[] {
    const place = { offset: holder.key.offset, length: holder.key.length, pointer: childPointer(this.state.pointer, ...way), state: this.state.id };
    return names.map((name) => problem('error', 'missing-member', place, `${this.action} needs ${name}${within([...way, ''])}. Add it.`));
  }
}

/** Where in the parameters, for those that are not at the top. */
function within(way: readonly Segment[]): string {
  const around = way.slice(1, -1).filter((part) => typeof part === 'string');
  return around.length === 0 ? '' : ` in ${around.join('.')}`;
}

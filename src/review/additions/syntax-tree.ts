/** A node of Babel's syntax tree, read by field names, since comparing treats most kinds alike. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Two trees nested deeper than this are not compared, which counts as a difference. */
const deepest = 200;

/** What says where a node stands or how it was written, and nothing of what it means. */
const silent: ReadonlySet<string> = new Set([
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'shorthand',
  'innerComments',
  'leadingComments',
  'trailingComments',
  'comments',
  'tokens',
  'errors',
]);

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { readonly type?: unknown }).type === 'string';
}

/** The child in `field`, where it is a node. */
export function child(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** The children in `field`, without the holes that a list of values may have. */
export function children(node: SyntaxNode | undefined, field: string): readonly SyntaxNode[] {
  return nodesIn(node?.[field]);
}

/** The nodes that a field's value is or holds. */
export function nodesIn(value: unknown): readonly SyntaxNode[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isNode);
}

/** Do two trees mean the same? Formatting, comments and the kind of quotation marks do not count. */
export function treesEqual(one: unknown, other: unknown, depth = 0): boolean {
  if (depth > deepest) return false;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => treesEqual(item, other[index], depth + 1))
    );
  }
  if (isNode(one) && isNode(other)) {
    // `"a": 1` and `a: 1` name the same member.
    const [name, otherName] = [staticKey(one), staticKey(other)];
    const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
    for (const field of fields) {
      if (silent.has(field) || (field === 'key' && name !== undefined && name === otherName)) continue;
      if (!treesEqual(one[field], other[field], depth + 1)) return false;
    }
    return true;
  }
  if (isTemplatePart(one) && isTemplatePart(other)) return one.raw === other.raw;
  return one === other || (isUnset(one) && isUnset(other));
}

/** The same but for what stands in `field`. */
export function treesEqualBut(field: string, one: SyntaxNode, other: SyntaxNode): boolean {
  return treesEqual({ ...one, [field]: null }, { ...other, [field]: null });
}

function isTemplatePart(value: unknown): value is { readonly raw: string } {
  return typeof value === 'object' && value !== null && typeof (value as { readonly raw?: unknown }).raw === 'string';
}

/** Babel leaves a field out, or writes `null` or `false`, for the same. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === false;
}

/** The name of a member that is written out, not computed; `undefined` for any other node. */
export function staticKey(node: SyntaxNode): string | undefined {
  if (node['computed'] === true) return undefined;
  const key = child(node, node.type === 'TSEnumMember' ? 'id' : 'key');
  if (key?.type === 'Identifier') return String(key['name']);
  if (key?.type === 'StringLiteral' || key?.type === 'NumericLiteral') return String(key['value']);
  return undefined;
}

/** Every node of a tree, in no order that counts, down to the depth that is compared. */
export function* walkNodes(root: SyntaxNode): Generator<SyntaxNode> {
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    for (const [field, value] of Object.entries(node)) {
      if (!silent.has(field)) open.push(...nodesIn(value));
    }
  }
}

import type { Node } from '@babel/types';

/** Where something stands, what it is typed as and what is said about it make no difference to who uses the program. */
const idle =
  /^(?:type|start|end|loc|range|extra|errors|tokens|interpreter|typeAnnotation|typeParameters|typeArguments|returnType|superTypeParameters|implements|accessibility|declare|definite|readonly|override|shorthand|importKind|exportKind|assertions|selfClosing|sourceType|closingElement|openingFragment|closingFragment|leadingComments|innerComments|trailingComments)$/;

/** What a node of a syntax tree consists of, in the order of its writing: nodes, lists of nodes with gaps, and plain values. */
export function syntaxFields(node: Node): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(node).filter(
    ([name, value]) =>
      !idle.test(name) &&
      value !== undefined &&
      value !== null &&
      !(name === 'kind' && node.type === 'VariableDeclaration'),
  );
}

/** The type of a parameter of a constructor: frameworks (Angular, Nest) choose by it what they hand in. */
export function injectedType(node: Node, parent: Node | undefined, field: string): string | undefined {
  if (field !== 'params' || parent?.type !== 'ClassMethod' || parent.kind !== 'constructor') return undefined;
  const parameter = node.type === 'TSParameterProperty' ? node.parameter : node;
  const annotation = parameter.type === 'Identifier' ? parameter.typeAnnotation : undefined;
  const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : undefined;
}

/** Does this field of a node hold a name, and no use of what has the name? */
export function isNameField(node: Node, field: string): boolean {
  if (/^(?:id|label|local|imported|exported)$/.test(field)) return true;
  return /^(?:key|property)$/.test(field) && !('computed' in node && node.computed);
}

/** Is a value of a field a node? */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

import type { ArrayPattern, Identifier, Node, ObjectPattern, VariableDeclarator } from '@babel/types';
import { childNodes } from '../child-nodes.js';
import { calleeName, nameOf } from '../flag-sense.js';
import { flagHolder } from '../settings/settings-holder.js';
import { isIdle, isIdleClass, isSentence } from './is-idle.js';
import type { LiveTree } from './live-tree.js';
import type { OfferedNames } from './offered-names.js';
import { injectedType, isNameField } from './syntax-fields.js';
import { walkLive } from './walk-live.js';

/** A framework takes these exports by their names; React calls these methods. */
const taken =
  /^(?:default|loader|action|actions|meta|links|headers|metadata|viewport|generate\w+|get(?:Server|Static)\w+|config|revalidate|dynamic\w*|runtime|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|middleware|proxy|handle\w*|shouldRevalidate|ErrorBoundary|HydrateFallback|client\w+|load|prerender|ssr|csr|entries|match|setup|install|register\w*|up|down|[hH]ead|Empty|Failure|Success|CatchBoundary|Component|Layout|Fallback|NotFound|Pending|reportWebVitals|Loading|Template|getLayout|layout|sitemap|robots|manifest|reroute|init|then|scheduled|queue|email|fetch|on[A-Z]\w*|trailingSlash|fetchCache|preferredRegion|maxDuration|experimental_\w+|unstable_\w+|alt|size|contentType|query|pageQuery|frontmatter)$/;
const lifecycle =
  /^(?:constructor|render|component\w+|UNSAFE_\w+|shouldComponentUpdate|get(?:Derived|Snapshot)\w+|state|props|defaultProps|propTypes|contextType)$/;

/** What others may use of a program now and of what it was before, and the members that it asks for itself. */
interface KnownNames {
  readonly before: OfferedNames;
  readonly now: OfferedNames;
  readonly asked: ReadonlySet<string>;
}

export interface Unused {
  readonly idle: readonly Node[];
  /** What a hook gives, of which nobody can tell what else that does: it says nothing to people by what it is given. */
  readonly hooked: readonly Node[];
  /** Values that nothing uses, whatever working them out does: what they say is not said for certain. */
  readonly unread: readonly Node[];
}

/**
 * Declarations of a program that nothing in it uses while the flag is off, and that do nothing by themselves. What others may use counts as unused where it
 * was not there `before`: whoever takes it in is part of the same change. A framework's own names apart.
 */
export function findUnused(program: Node, tree: LiveTree, { before, now, asked }: KnownNames): Unused {
  const used = new Set<string>();
  const members = new Set<string>();
  const declared: (readonly [names: readonly string[], node: Node])[] = [];
  const hooked: (readonly [names: readonly string[], node: Node])[] = [];
  const values: (readonly [names: readonly string[], node: Node])[] = [];
  const methods: (readonly [name: string, node: Node])[] = [];
  const above: Node[] = [];
  walkLive(tree, program, {
    enter(node, parent, field) {
      if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
        if (isMember(node, parent, field)) members.add(node.name);
        else if (!isDeclaring(above, field)) used.add(node.name);
      }
      if (node.type === 'PrivateName' && field === 'property') members.add(node.id.name);
      const injected = injectedType(node, parent, field);
      if (injected !== undefined) used.add(injected);
      const names = declaredBy(node, parent, tree);
      if (names !== undefined) declared.push([names, node]);
      const given = names === undefined ? givenByHook(node, tree) : undefined;
      if (given !== undefined) hooked.push([given, node]);
      const value = node.type === 'VariableDeclarator' ? nameOf(node.id) : undefined;
      if (value !== undefined) values.push([[value], node]);
      const method = isOwnClass(above.at(-2)) ? methodName(node, tree) : undefined;
      if (method !== undefined) methods.push([method, node]);
      above.push(node);
      return false;
    },
    value() {},
    leave() {
      above.pop();
    },
  });
  const isFree = (name: string): boolean =>
    !used.has(name) && (!now.exported.has(name) || (!before.exported.has(name) && !taken.test(name)));
  // Something else may have called a member that was there; a new one belongs to the part that calls it here.
  const isFreeMember = (name: string): boolean =>
    !members.has(name) && asked.has(name) && !before.members.has(name) && !lifecycle.test(name);
  const free = (all: typeof declared): readonly Node[] =>
    all.filter(([names]) => names.every(isFree)).map(([, node]) => node);
  const freeMethods = methods.filter(([name]) => isFreeMember(name)).map(([, node]) => node);
  return { idle: [...free(declared), ...freeMethods], hooked: free(hooked), unread: free(values) };
}

/** The names of what a hook gives that is given no sentence and nothing to call. */
function givenByHook(node: Node, tree: LiveTree): readonly string[] | undefined {
  if (node.type !== 'VariableDeclarator' || node.init?.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = node.init;
  if (!/^use[A-Z]/.test(calleeName(callee)) || given.some((each) => isSentence(each) || /Function|JSX/.test(each.type)))
    return undefined;
  return patternNames(node.id as Identifier | ObjectPattern | ArrayPattern, tree);
}

/** A hook that is asked for flags and for nothing else: `const { toggles } = useApp()`. */
function givesFlagsAlone({ id, init }: VariableDeclarator): boolean {
  if (init?.type !== 'CallExpression' || !/^use[A-Z]/.test(calleeName(init.callee))) return false;
  if (id.type !== 'ObjectPattern' || init.arguments.length > 0) return false;
  return id.properties.every((each) => each.type === 'ObjectProperty' && flagHolder.test(calleeName(each.key)));
}

/** The names that a node declares, where it does nothing besides. */
function declaredBy(node: Node, parent: Node | undefined, tree: LiveTree): readonly string[] | undefined {
  switch (node.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local.name];
    case 'FunctionDeclaration':
    case 'ClassDeclaration': {
      const isPure = node.type === 'FunctionDeclaration' || isIdleClass(node);
      return isPure && node.id && parent?.type !== 'ExportDefaultDeclaration' ? [node.id.name] : undefined;
    }
    case 'TSEnumDeclaration':
      return childNodes(node).every(isIdle) ? [node.id.name] : undefined;
    case 'VariableDeclarator':
      return !node.init || isIdle(tree.resolve(node.init)) || givesFlagsAlone(node)
        ? patternNames(node.id as Identifier | ObjectPattern | ArrayPattern, tree)
        : undefined;
    case 'ObjectProperty': {
      // A part of a pattern: `{ part }`, `{ part: name = 1 }`; what is left over is another where one is not taken.
      if (parent?.type !== 'ObjectPattern' || parent.properties.some(({ type }) => type === 'RestElement'))
        return undefined;
      const value = node.value.type === 'AssignmentPattern' ? node.value.left : node.value;
      if (node.computed || (node.value.type === 'AssignmentPattern' && !isIdle(node.value.right))) return undefined;
      return value.type === 'Identifier' ? [value.name] : undefined;
    }
    default:
      return undefined;
  }
}

function patternNames(
  pattern: Identifier | ObjectPattern | ArrayPattern,
  tree: LiveTree,
): readonly string[] | undefined {
  if (pattern.type === 'Identifier') return [pattern.name];
  // Its parts go one by one.
  if (pattern.type === 'ObjectPattern')
    return tree.list(pattern, 'properties', pattern.properties).length === 0 ? [] : undefined;
  const names = pattern.elements.map((each) => (each?.type === 'Identifier' ? each.name : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Another class that it extends may call its methods. */
function isOwnClass(node: Node | undefined): boolean {
  if (node?.type !== 'ClassDeclaration' && node?.type !== 'ClassExpression') return false;
  return !node.superClass || /^(?:Pure)?Component$/.test(calleeName(node.superClass));
}

function methodName(node: Node, tree: LiveTree): string | undefined {
  if (node.type !== 'ClassMethod' && node.type !== 'ClassProperty' && node.type !== 'ClassPrivateMethod')
    return undefined;
  if ('decorators' in node && node.decorators && node.decorators.length > 0) return undefined;
  if (node.type === 'ClassProperty' && node.value && !isIdle(tree.resolve(node.value))) return undefined;
  const key = node.type === 'ClassPrivateMethod' ? node.key.id : node.key;
  return key.type === 'Identifier' && !('computed' in node && node.computed) ? key.name : undefined;
}

function isMember(node: Node, parent: Node | undefined, field: string): boolean {
  return (
    parent !== undefined &&
    (field === 'property' || field === 'key') &&
    isNameField(parent, field) &&
    !/^Class/.test(parent.type)
  );
}

/** Does a name stand here to be declared? */
function isDeclaring(above: readonly Node[], field: string): boolean {
  // A name stands in something.
  const [parent, over] = [above.at(-1) as Node, above.at(-2)];
  if (field === 'id' || field === 'params' || field === 'elements' || field === 'key')
    return field !== 'elements' || parent.type === 'ArrayPattern';
  if (/^Import/.test(parent.type)) return true;
  if (field === 'name') return parent.type === 'JSXAttribute';
  if (field === 'value') return parent.type === 'ObjectProperty' && over?.type === 'ObjectPattern';
  return field === 'left' && parent.type === 'AssignmentPattern';
}

import { compareDeclarations } from './compare-declarations.js';
import { compareImports, localNames } from './compare-imports.js';
import { outlineProgram, type ProgramOutline } from './outline-program.js';
import { refuseTakenNames } from './refuse-taken-names.js';
import { child, treesEqual, walkNodes, type SyntaxNode } from './syntax-tree.js';
import { changedMessage, lostMessage, type ComparedFile, type Violation } from './violation.js';

/**
 * What in `after` is more than an addition to `before`: a declaration, member or statement that is gone or says something else, and
 * new code that could change an old name's meaning or does more than name or send events. Formatting, comments and an order
 * without meaning do not count.
 */
export function comparePrograms(before: SyntaxNode, after: SyntaxNode): readonly Violation[] {
  const violations: Violation[] = [];
  const [old, now] = [outlineProgram(before), outlineProgram(after)];
  const file: ComparedFile = {
    readsPlaces: [...walkNodes(before)].some(readsPlace),
    names: new Set([...now.declarations.map(({ name }) => name), ...now.imports.flatMap(localNames)]),
    report: (message, { start }) => violations.push({ message, at: start }),
  };
  if (!treesEqual(old.directives, now.directives)) file.report(changedMessage('use …'), after);
  if (!treesEqual(before['interpreter'], after['interpreter'])) file.report(changedMessage('#!'), after);
  compareImports(old, now, after, file);
  compareOthers(old, now, after, file);
  compareDeclarations(old, now, after, file);
  refuseTakenNames(before, old, now, file);
  return violations;
}

/** `events[0]`, `events.indexOf(name)`, `const [click, view] = events` */
function readsPlace(node: SyntaxNode): boolean {
  if (node.type === 'ArrayPattern') return true;
  if (!/^(?:Optional)?MemberExpression$/.test(node.type)) return false;
  const property = child(node, 'property');
  if (node['computed'] === true) return property?.type !== 'StringLiteral';
  return /^(?:at|indexOf|lastIndexOf|findIndex|entries|keys|shift|pop|slice)$/.test(String(property?.['name']));
}

function compareOthers(old: ProgramOutline, now: ProgramOutline, after: SyntaxNode, file: ComparedFile): void {
  for (const [index, statement] of now.statements.entries()) {
    const was = old.statements[index];
    if (was !== undefined && treesEqual(was, statement)) continue;
    file.report(was === undefined ? runs : changedMessage('this statement'), statement);
    return;
  }
  if (now.statements.length < old.statements.length) file.report(lostMessage('a statement that ran here'), after);
}

const runs =
  'This new statement runs as soon as the file is loaded, so it is no addition of events. Take it out, or ask an engineer to write it with you.';

import type { ChangedFile } from '../../change/change.js';
import { indexLines, type Position } from '../../text/index-lines.js';
import type { Report } from '../check.js';
import { compareData } from './compare-data.js';
import type { Violation } from './violation.js';
import { comparePragmas } from './compare-pragmas.js';
import { comparePrograms } from './compare-programs.js';
import { readMarkupComments, readProgramComments, readYamlComments } from './read-comments.js';
import type { SyntaxNode } from './syntax-tree.js';

/** What a file lost, or says otherwise than before, where it may only grow; also where that cannot be decided. */
export async function compareFile(file: ChangedFile): Promise<readonly Report[]> {
  const { path, before, after } = file;
  if (after === undefined) return [{ message: gone(file.renamedTo) }];
  if (after.text === undefined || (before !== undefined && before.text === undefined)) return [{ message: unread }];
  const old = before?.text ?? '';
  if (/\.[cm]?[jt]sx?$/i.test(path)) return compareCode(path, old, after.text);
  if (/\.json$/i.test(path)) return compareJson(before?.text, after.text);
  if (/\.ya?ml$/i.test(path)) return compareYaml(old, after.text);
  const place = { line: file.added[0]?.start ?? 1, column: 1 };
  const isText = /\.(?:md|markdown|txt|csv|tsv|rst|adoc)$/i.test(path);
  if (before === undefined && !isText) return [];
  if (file.removedLines > 0) return [{ message: shrunk, ...place }];
  // In code a line more may take back what stands above it.
  if (!isText) return [{ message: unknown, ...place, undecided: true }];
  return placed(comparePragmas(readMarkupComments(old), readMarkupComments(after.text)), after.text);
}

async function compareCode(path: string, before: string, after: string): Promise<readonly Report[]> {
  const { parseJavaScript } = await import('../../parsers/parse-javascript.js');
  const now = parseJavaScript(after, path);
  if ('problem' in now) return [unparsed(now.problem.message, now.problem)];
  const old = parseJavaScript(before, path);
  if ('problem' in old) return [{ message: unread }];
  // A program is a node, whose fields are read by their names from here on.
  const [program, oldProgram]: unknown[] = [now.program, old.program];
  const pragmas = comparePragmas(readProgramComments(before, old.comments), readProgramComments(after, now.comments));
  return placed([...comparePrograms(oldProgram as SyntaxNode, program as SyntaxNode), ...pragmas], after);
}

function placed(violations: readonly Violation[], text: string): readonly Report[] {
  const position = indexLines(text);
  return violations.map(({ message, at }) => ({ message, ...position(at) }));
}

async function compareJson(before: string | undefined, after: string): Promise<readonly Report[]> {
  const { parseJson } = await import('../../parsers/parse-json.js');
  const now = parseJson(after);
  const fatal = now.problems.find((problem) => problem.fatal);
  if (fatal !== undefined) return [{ message: fatal.message, ...fatal.at, unparsed: true }];
  const old = parseJson(before ?? '');
  if (old.problems.length > 0) return [{ message: unread }];
  return [...now.problems, ...compareData(old.root, now.root)].map(({ message, at }) => ({ message, ...at }));
}

async function compareYaml(before: string, after: string): Promise<readonly Report[]> {
  const { parseYaml } = await import('../../parsers/parse-yaml.js');
  const now = parseYaml(after);
  const fatal = now.problems.find((problem) => problem.fatal);
  if (fatal !== undefined) return [{ message: fatal.message, ...fatal.at, unparsed: true }];
  const old = parseYaml(before);
  if (old.problems.length > 0) return [{ message: unread }];
  if (old.root !== undefined && old.directives?.join('\n') !== now.directives?.join('\n'))
    return [{ message: reread, line: 1, column: 1 }];
  const pragmas = placed(comparePragmas(readYamlComments(before), readYamlComments(after)), after);
  const changes = [...now.problems, ...compareData(old.root, now.root)];
  return [...changes.map(({ message, at }) => ({ message, ...at })), ...pragmas];
}

function unparsed(why: string, { line, column }: Position): Report {
  const message = `This file cannot be read, because ${why}${/[.?!]$/.test(why) ? '' : '.'} Fix it here, or take your last edit back.`;
  return { message, line, column, unparsed: true };
}

function gone(renamedTo: string | undefined): string {
  const what = renamedTo === undefined ? 'This file is gone' : `This file was moved to ${renamedTo}`;
  return `${what}, and only additions to it are allowed. Put it back, or pair with an engineer.`;
}

const unread =
  'What this file says now and before cannot be compared, so nobody can tell whether you only added to it. Pair with an engineer.';
const reread =
  'The lines with “%” at the top choose how programs read the rest of this file, and they are not what they were. Put them back, or pair with an engineer.';
const unknown =
  'Only additions are allowed here, and whether the new lines are nothing but that cannot be told for this kind of file. Your engineering DRI looks at it in the pull request.';
const shrunk =
  'Lines of this file are gone or say something else, and only additions are allowed here. Put them back, or pair with an engineer.';

import type { ChangedFile } from '../../change/change.js';
import type { Report } from '../check.js';
import { outsideFences } from './outside-fences.js';

/** Lines that are told of in one page. */
const most = 3;

/**
 * Lines of a page of MDX that stand right below an import, new by this change: MDX reads on until an empty line, takes them for code and cannot build the
 * page.
 */
export function reportJoinedImports({ path, before, after }: ChangedFile): readonly Report[] {
  if (!/\.mdx$/i.test(path) || after?.text === undefined) return [];
  const old = new Set(joinedLines(before?.text ?? '').map(({ text }) => text));
  return joinedLines(after.text)
    .filter(({ text }) => !old.has(text))
    .slice(0, most)
    .map(({ line }) => ({
      path,
      line,
      message:
        'This stands right below an import, so the page takes it for code and cannot be built. Leave an empty line between the two.',
    }));
}

function joinedLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  const lines = outsideFences(text);
  return lines.filter(({ text: own, line }, at) => {
    const above = lines[at - 1];
    return above?.line === line - 1 && wholeImport.test(above.text) && own.trim() !== '' && !goesOn.test(own);
  });
}

/** All of an import on one line. */
const wholeImport = /^import\s(?:[^'"]{1,500}\sfrom\s)?\s{0,9}['"][^'"]{1,300}['"];?\s{0,9}$/;

/** What may follow: more of the kind, and comments. */
const goesOn = /^(?:import|export)\b|^\s{0,20}(?:\/\/|\/\*|\*)/;

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What the last column of the table in docs/words.md rules out. */
const ruledOut = read('docs/words.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .filter((line) => !line.startsWith('| -'))
  .flatMap((line) => (line.split('|').at(-2) ?? '').split(','))
  .map((words) => words.trim());

/** What people read: sentences and labels, not the names of files and settings. */
function textsIn(path: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    ) {
      if (/^\p{Lu}\p{Ll}|\p{L}[,.:;]? \p{L}/u.test(node.text)) texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
  return texts.filter((text) => !notShown.includes(text));
}

/** The begin of a name under which something is kept. */
const notShown = ['with engineering: '];
/** A policy to copy, in Markdown. */
const inOtherWords = ['src/presentation/my-zone/example-policy.ts'];

const sources = ['src/editor', 'src/presentation'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => !inOtherWords.includes(path)),
);

function wrongIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const lower = text.toLowerCase();
    const words = ruledOut.filter((each) => new RegExp(`(?<!\\p{L})${escape(each)}(?!\\p{L})`, 'u').test(lower));
    return [...words, ...(text.includes('`') ? ['a backtick'] : [])].map((word) => `${word}: ${text}`);
  });
}

function escape(text: string): string {
  return text.toLowerCase().replace(/[+.*?()[\]]/g, '\\$&');
}

describe('the words for product managers', () => {
  it('are a table that rules words out', () => {
    assert.ok(ruledOut.length > 15);
    assert.ok(ruledOut.includes('the host') && ruledOut.includes('roster'));
    assert.deepEqual(wrongIn(['Continue on the Host', 'Choose the + beside `a.json`.', 'Hostile ghosts']), [
      'the host: Continue on the Host',
      'choose the +: Choose the + beside `a.json`.',
      'a backtick: Choose the + beside `a.json`.',
    ]);
  });

  it('are those of the manifest, without its links to commands', () => {
    const texts = Object.values(JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>);
    assert.deepEqual(wrongIn(texts.map((text) => text.replace(/\]\([^)]*\)/g, ']'))), []);
  });

  it('are those of the editor and of what is shown', () => {
    assert.ok(sources.length > 100);
    assert.deepEqual(
      sources.flatMap((path) => wrongIn(textsIn(path)).map((wrong) => `${path}: ${wrong}`)),
      [],
    );
  });
});

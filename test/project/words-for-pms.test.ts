import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The rows of the tables of docs/words.md that have so many columns, without their heads. */
const rowsOf = (columns: number): readonly (readonly string[])[] =>
  read('docs/words.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .map((line) => line.split('|').slice(1, -1))
    .filter((cells) => cells.length === columns)
    .slice(1);

const wordsOf = (cell = ''): readonly string[] => cell.split(',').map((words) => words.trim());
/** What the last column of the first table rules out. */
const ruledOut = rowsOf(3).flatMap((cells) => wordsOf(cells[2]));
/** Git's own words, each with the words beside which it may stand. */
const onlyBeside = rowsOf(2).flatMap(([words, beside = '']) =>
  wordsOf(words).map((word) => [word, beside.trim()] as const),
);

/** Where PMs read: the rooms that docs/words.md lists. */
const rooms =
  'attestations catalogs change commands editor flags formats gate guard opening planning policy presentation pull-request review text work'
    .split(' ')
    .map((name) => `src/${name}`);

/** Who reads the few files and folders of these rooms that are not for PMs. */
const forOthers: Readonly<Record<string, string>> = {
  'src/commands/host/find-host.ts': 'whoever gives the command line a token and the name of a server',
  'src/commands/host/ask-host.ts': 'whoever asks a server what it enforces',
  'src/commands/agreement-command.ts': 'whoever sets a pilot up',
  'src/commands/compliance-command.ts': 'whoever sets a pilot up, and compliance',
  'src/commands/papers/paper-options.ts': 'whoever sets a pilot up',
  'src/commands/gate-command.ts': 'whoever sets up the check in CI',
  'src/commands/roster': 'whoever writes a policy: the list of PMs',
  'src/gate/evidence.ts': 'whoever writes a file of evidence: the descriptions of its schema',
  'src/gate/read-evidence.ts': 'whoever writes a file of evidence: what is wrong with it',
  'src/guard/hooks/shim.ts': 'the shell: a program, which is compared with the one that lies in git’s folder',
  'src/policy/grammar/': 'nobody: the words that a policy is searched for',
  'src/policy/settings/setting-labels.ts': 'whoever writes a policy: its settings by their names',
  'src/presentation/policy-file/setting-lines.ts': 'whoever writes a policy: its settings as they are written',
  'src/presentation/my-zone/example-policy.ts': 'whoever copies it into CLAUDE.md: Markdown, in the words of a policy',
};

/** Texts by which something is kept and which nobody is shown. */
const notShown = ['with engineering: …', 'PM Zone: what is staged\n', 'base branch'];

const isForOthers = (path: string): boolean => Object.keys(forOthers).some((each) => path.startsWith(each));
const allSources = rooms.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name.replaceAll('\\', '/')}`),
);
const sources = allSources.filter((path) => !isForOthers(path));

/** What people read: sentences and labels, not the names of files and settings. What a template fills in is “…”. */
function textsIn(path: string, source = read(path)): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return texts.filter((text) => /^\p{Lu}\p{Ll}|\p{L}[,.:;]? \p{L}/u.test(text) && !notShown.includes(text));
}

function wrongIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const said = text
      .replace(/engineering DRI/gi, '')
      // What is typed into a terminal stands as it is.
      .replace(/\bgit [a-z-]+(?: (?:-\S+|origin|HEAD\S*))*|--[a-z-]+(?: [A-Z]+)?/g, '');
    const words = ruledOut.filter((word) => holds(said, word));
    const alone = onlyBeside.filter(([word, beside]) => holds(said, word) && !said.toLowerCase().includes(beside));
    return [
      ...words,
      ...alone.map(([word, beside]) => `${word} without “${beside}”`),
      ...(text.includes('`') ? ['a backtick'] : []),
    ].map((word) => `${word}: ${text}`);
  });
}

/** In small or capital letters; a word that is written in capitals is another one in small letters. */
function holds(text: string, word: string): boolean {
  const pattern = word.replace(/[+.*?()[\]]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, /^[A-Z]+$/.test(word) ? 'u' : 'iu').test(text);
}

describe('the words for product managers', () => {
  it('are a table that rules words out', () => {
    assert.ok(ruledOut.length > 15);
    assert.ok(ruledOut.includes('host') && ruledOut.includes('roster') && ruledOut.includes('engineering'));
    assert.deepEqual(wrongIn(['Continue on the Host', 'Choose the + beside `a.json`.', 'Hostile ghosts']), [
      'host: Continue on the Host',
      'choose the +: Choose the + beside `a.json`.',
      'a backtick: Choose the + beside `a.json`.',
    ]);
    assert.deepEqual(wrongIn(['Ask your engineering DRI.', 'Ask Engineering.']), ['engineering: Ask Engineering.']);
  });

  it('are a table of git’s own words, which stand only beside what they mean', () => {
    assert.deepEqual(
      onlyBeside.map(([word]) => word),
      ['push', 'pushes', 'pushed', 'staged', 'the index', 'HEAD'],
    );
    const good = [
      'Not pushed, so not shared',
      'Run: git push -u origin HEAD',
      'See pm-zone review --staged',
      'The head.',
    ];
    assert.deepEqual(wrongIn(good), []);
    assert.deepEqual(wrongIn(['Push it, then git push again.', 'You are at HEAD now']), [
      'push without “share”: Push it, then git push again.',
      'HEAD without “no branch”: You are at HEAD now',
    ]);
  });

  it('are looked for in whole sentences, wherever code writes them', () => {
    const source =
      "import 'the host';\nconst kind: 'ask the host' = f(`Ask ${`the host of ${x}`} or the ho${y}st`, 'the-host');";
    assert.deepEqual(textsIn('a.ts', source), ['Ask … or the ho…st', 'the host of …']);
  });

  it('are those of the manifest, without its links to commands', () => {
    const texts = Object.values(JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>);
    assert.deepEqual(wrongIn(texts.map((text) => text.replace(/\]\([^)]*\)/g, ']'))), []);
  });

  it('are those of every room whose texts PMs read', () => {
    for (const room of rooms)
      assert.ok(
        sources.some((path) => path.startsWith(`${room}/`)),
        room,
      );
    assert.ok(sources.length > 500);
    assert.deepEqual(
      sources.flatMap((path) =>
        wrongIn(textsIn(path))
          // A problem of a policy says which Markdown to write; where it becomes a reason, its marks are taken off.
          .filter((wrong) => !(path.startsWith('src/policy/') && wrong.startsWith('a backtick: ')))
          .map((wrong) => `${path}: ${wrong}`),
      ),
      [],
    );
  });

  it('hold in every place that docs/words.md names, and there is reason for each file that is left out', () => {
    const page = read('docs/words.md');
    const unnamed = rooms.filter((place) => !page.includes(`\`${place}\``));
    assert.deepEqual(unnamed, []);
    for (const each of Object.keys(forOthers)) {
      const paths = allSources.filter((path) => path.startsWith(each));
      assert.notDeepEqual(
        paths.flatMap((path) => wrongIn(textsIn(path))),
        [],
        `${each} needs no exception`,
      );
    }
  });
});

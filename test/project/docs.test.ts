import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Nodes } from 'mdast';
import { evidenceSchemaPage, renderEvidenceSchema } from '../../scripts/docs/render-evidence-schema.js';
import { referencePage, renderReference } from '../../scripts/docs/render-reference.js';
import { policySettings } from '../../scripts/docs/policy-tables.js';
import { loadAllCommands } from '../../src/commands/command-list.js';
import { parseMarkdown } from '../../src/parsers/parse-markdown.js';
import type { Zone } from '../../src/policy/policy.js';
import { readZone } from '../../src/policy/zone-section/read-zone.js';
import { defaultSettings } from '../../src/policy/settings/default-settings.js';
import type { ItemVerdict } from '../../src/review/review.js';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every Markdown file of the project, but for the sample's and what tests read. */
const pages = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !['.git', '.vscode-test', 'coverage', 'dist', 'node_modules', 'out'].includes(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).map((name) => join(entry.name, name))
      : [entry.name],
  )
  .map((path) => path.replaceAll(sep, '/'))
  .filter((path) => path.endsWith('.md') && !/^demo\/sample\/|\bfixtures\/|\/node_modules\//.test(path));

const adopters = ['README.md', ...pages.filter((path) => path.startsWith('docs/'))];

function nodesOf(path: string): readonly Nodes[] {
  const markdown = parseMarkdown(read(path));
  assert.ok('root' in markdown, path);
  const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])];
  return all(markdown.root);
}

function wordsOf(node: Nodes): string {
  return 'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** What a heading's link is called on GitHub. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

describe('the docs', () => {
  it('have the tables that the code has', async () => {
    const page = read(referencePage);
    assert.ok(page === (await renderReference(root, page)), `${referencePage} is stale: run npm run docs`);
  });

  it('have the schema that the gate reads evidence by', () => {
    assert.ok(read(evidenceSchemaPage) === renderEvidenceSchema(), `${evidenceSchemaPage} is stale: run npm run docs`);
  });

  it('refuse a part that is unknown, said twice or missing', async () => {
    const page = read(referencePage);
    for (const wrong of [
      page.replace('<!-- generated: checks -->', '<!-- generated: cheques -->'),
      page.replace('<!-- generated: checks -->', '<!-- generated: formats -->'),
      page.replace('<!-- generated: checks -->', ''),
    ]) {
      await assert.rejects(renderReference(root, wrong), /docs\/reference\.md/);
    }
  });

  it('lead to files and headings that are there', () => {
    assert.ok(pages.includes('README.md') && pages.includes('docs/guard.md'));
    const anchors = (path: string): readonly string[] =>
      nodesOf(path).flatMap((node) => (node.type === 'heading' ? [anchorOf(wordsOf(node))] : []));
    for (const page of pages) {
      for (const node of nodesOf(page)) {
        if (!('url' in node) || /^(?:[a-z]+:|\/\/)/i.test(node.url)) continue;
        const [path = '', anchor] = node.url.split('#');
        const target = path === '' ? page : relative(root, join(root, dirname(page), path)).replaceAll(sep, '/');
        assert.ok(existsSync(join(root, target)), `${page}: ${node.url}`);
        if (anchor !== undefined) assert.ok(anchors(target).includes(anchor), `${page}: ${node.url}`);
      }
    }
  });

  it('name only files and folders of the code that there are', () => {
    for (const path of pages) {
      for (const [, named = ''] of read(path).matchAll(/`((?:src|test|demo|bench|scripts)\/[\w./-]*)`/gu)) {
        assert.ok(existsSync(join(root, named)), `${path}: ${named}`);
      }
    }
  });

  it('print only commands and options that the command line has', async () => {
    const commands = new Map((await loadAllCommands()).map((command) => [command.name, command]));
    const typed = adopters.flatMap((page) =>
      nodesOf(page).flatMap((node) =>
        node.type === 'inlineCode' || (node.type === 'code' && node.lang === 'sh')
          ? node.value.split('\n').flatMap((line) => /^pm-zone ([^#>(][^#>]*)/.exec(line)?.[1]?.trim() ?? [])
          : [],
      ),
    );
    assert.ok(typed.some((line) => line.startsWith('review --base')));
    for (const line of typed) {
      const [name = '', ...rest] = line.split(/\s+/);
      const command = commands.get(name);
      assert.ok(command !== undefined || name === '--help', line);
      for (const option of rest.filter((word) => word.startsWith('--'))) {
        assert.ok(
          ['cwd', 'as', 'format', 'help', ...Object.keys(command?.options ?? {})].includes(option.slice(2)),
          line,
        );
      }
    }
  });

  it('name only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    for (const page of adopters) {
      for (const [, name = ''] of read(page).matchAll(/npm run ([\w:]+)/g))
        assert.ok(name in scripts, `${page}: ${name}`);
    }
  });
});

describe('the page for product managers', () => {
  it('has in bold what the editor shows, by the words that it shows', () => {
    const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
    const shown = new Set(
      Object.entries(texts).flatMap(([key, text]) => [
        ...(/^(?:command|view)\./.test(key) ? [text.replace(/…$/, '')] : []),
        ...[...text.matchAll(/\[([^\]]+)\]\(command:/g)].map(([, label]) => label),
      ]),
    );
    const bold = nodesOf('docs/for-pms.md').flatMap((node) => (node.type === 'strong' ? [wordsOf(node)] : []));
    assert.ok(bold.length > 0);
    assert.deepEqual(
      bold.filter((words) => !shown.has(words)),
      [],
    );
  });

  it('names the walkthrough and the marks as the editor does', () => {
    const page = read('docs/for-pms.md');
    const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
    assert.ok(page.includes(`“${texts['week.title'] ?? ''}”`));
    for (const mark of ['✎', '◐']) assert.ok(page.includes(mark) && texts['week.zone.description']?.includes(mark));
  });
});

describe('the page for engineers', () => {
  const zoneIn = (text: string): Zone => {
    const markdown = parseMarkdown(text);
    assert.ok('root' in markdown);
    const zone = readZone({ path: 'CLAUDE.md', text }, markdown.root);
    assert.ok(zone !== undefined);
    return zone;
  };

  it('shows a policy that reads without a problem', () => {
    const [example = ''] = nodesOf('docs/for-engineers.md').flatMap((node) =>
      node.type === 'code' && node.value.startsWith('## PM zone') ? [node.value] : [],
    );
    const zone = zoneIn(example);
    assert.deepEqual(zone.problems, []);
    assert.deepEqual(
      zone.rules.map(({ effect, glob }) => `${effect} ${glob}`),
      [
        'allow **/*.md',
        'allow **/i18n/*.json',
        'allow **/flags.yaml',
        'allow **/analytics/events.ts',
        'forbid **/auth/**',
        'forbid **/payments/**',
      ],
    );
    assert.equal(zone.roster?.length, 1);
  });

  it('leads to settings whose examples the policy takes', () => {
    const lines = Object.values(policySettings).map(({ label, example }) => `**${label}:** ${example}`);
    const zone = zoneIn(`## PM zone\n\n${lines.join('\n')}\n`);
    assert.deepEqual(zone.problems, []);
    for (const name of Object.keys(policySettings) as (keyof typeof policySettings)[]) {
      assert.notDeepEqual(zone.settings[name], defaultSettings[name], name);
    }
  });
});

describe('the page for compliance', () => {
  it('says of every verdict what it means', () => {
    const verdicts: Readonly<Record<ItemVerdict, true>> = {
      pass: true,
      'needs-fix': true,
      blocker: true,
      claimed: true,
      attested: true,
      attest: true,
      'not-applicable': true,
    };
    const rows = [...read('docs/for-compliance.md').matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, verdict]) => verdict);
    assert.deepEqual(rows, Object.keys(verdicts));
  });
});

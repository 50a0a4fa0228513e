import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const words = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const files = readdirSync(join(root, 'src', 'editor'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
const sources = files.map((name) => read(join('src', 'editor', name))).join('\n');

/** The rows of the reference's table with that head: its cells without code marks. */
function table(head: string): readonly (readonly string[])[] {
  const lines = read('docs/reference.md').split('\n');
  const start = lines.findIndex((line) => line.replace(/ +/g, ' ').startsWith(`| ${head} |`));
  assert.notEqual(start, -1, `docs/reference.md has a table with the head ${head}`);
  return lines.slice(start + 2, lines.indexOf('', start)).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/`/g, '')),
  );
}

describe('the manifest', () => {
  const { commands, configuration, views } = manifest.contributes;

  it('begins what comes next with its button, in sight at 200 % too, and has room for the sentence in a window of 1280 by 800', () => {
    const steps = Object.entries(words).filter(([key]) => key.startsWith('next.') && key !== 'next.reading');
    const longer = steps.flatMap(([key, text]) => {
      const [button = '', sentence = ''] = text.split('\n');
      const shown = sentence.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
      return shown.length > 150 || !/^\[[^\]]+\]\([^)]*\)$/.test(button) ? [`${key}: ${shown.length}`] : [];
    });
    assert.deepEqual(longer, []);
  });

  it('says of its views only what VS Code heeds', () => {
    const heeded = ['id', 'name', 'when', 'initialSize', 'visibility'];
    const keys = Object.values(views).flatMap((each) => each.flatMap((view) => Object.keys(view)));
    assert.deepEqual(
      keys.filter((key) => !heeded.includes(key)),
      [],
    );
  });

  it('takes every text from package.nls.json, and every text there is used', () => {
    const used = [...read('package.json').matchAll(/"%([^"%]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it('names only commands, views and settings that the editor has', () => {
    const ids = [
      ...commands.map(({ command }) => command),
      ...Object.values(views).flatMap((each) => each.map(({ id }) => id)),
    ];
    for (const id of ids) assert.ok(sources.includes(`'${id}'`), id);
    for (const name of Object.keys(configuration.properties)) {
      assert.match(sources, new RegExp(`readonly ${name.replace('pmZone.', '')}: `), name);
    }
  });

  it('loads each command that waits from the file that registers it', () => {
    const [later = ''] = files.filter((name) => basename(name) === 'register-later-commands.ts');
    const list = read(join('src', 'editor', later));
    const entries = [
      ...list.matchAll(/\[\s*\[([^[\]]*)\],\s*async \(\) => \(await import\('(\.[\w./-]+)\.js'\)\)\.(\w+),?\s*\]/g),
    ];
    assert.equal(entries.length, list.split('await import(').length - 1);
    for (const [, ids = '', file = '', register = ''] of entries) {
      const text = read(join('src', 'editor', dirname(later), `${file}.ts`));
      assert.ok(text.includes(`export function ${register}(`), file);
      const registered = [...text.matchAll(/registerCommand\(\s*[\w.]*log,\s*(?:'(pmZone\.\w+)'|(\w+))/g)].map(
        ([, id, name = '']) => id ?? new RegExp(`const ${name} = '(.*)'`).exec(sources)?.[1],
      );
      assert.deepEqual(
        ids
          .split(',')
          .map((id) => id.trim().replace(/'/g, ''))
          .filter((id) => id !== '')
          .sort(),
        registered.sort(),
        file,
      );
    }
  });

  it('names every command that the views and menus offer', () => {
    const offered = [...JSON.stringify([manifest, words]).matchAll(/command:(pmZone\.\w+)(?!\.focus)\)/g)].map(
      ([, id]) => id,
    );
    const known = commands.map(({ command }) => command);
    assert.deepEqual(
      offered.filter((id) => id === undefined || !known.includes(id)),
      [],
    );
  });
});

describe('the reference', () => {
  it('has each command of the editor with its title', () => {
    const titles = manifest.contributes.commands.map(({ title }) => words[title.replace(/%/g, '')]);
    assert.deepEqual(
      table('in VS Code').map(([title]) => title),
      titles,
    );
  });

  it('has each setting', () => {
    assert.deepEqual(
      table('setting').map(([name]) => name),
      Object.keys(manifest.contributes.configuration.properties),
    );
  });
});

import assert from 'node:assert/strict';
import { ConfigurationTarget, Uri, window, workspace, type FileDecoration } from 'vscode';
import { createRequestedFiles } from '../../src/editor/badges/painting/requested-files.js';
import { createBadges } from '../../src/editor/badges/register-badges.js';
import { createRepaint } from '../../src/editor/badges/painting/repaint.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { openSessions } from './open-sessions.js';

const policy = (forbidden: string): string => `# Rules

## PM zone

**CAN touch:**
- \`**/*.md\`

**CANNOT touch:**
- \`**/${forbidden}/**\`

| PM | Email | Feature folders |
| --- | --- | --- |
| Maya (@maya) | maya@example.com | \`src\` |
`;

describe('badges', () => {
  const log = window.createOutputChannel('badges test', { log: true });
  const repositories: TemporaryRepository[] = [];
  const disposables: { dispose: () => void }[] = [];

  after(() => {
    for (const each of disposables) each.dispose();
    for (const each of repositories) each.remove();
    log.dispose();
  });

  /** A repository of its own with its badges, read. */
  async function open(prepare: (repository: TemporaryRepository) => void = () => undefined) {
    const repository = temporaryRepository();
    repositories.push(repository);
    repository.git('config', 'user.email', 'maya@example.com');
    repository.write('CLAUDE.md', policy('auth'));
    for (const path of ['src/auth/a.ts', 'src/auth/deep/b.ts', 'src/c.md', 'src/c.ts', 'src/pay/d.ts']) {
      repository.write(path, 'x\n');
    }
    prepare(repository);
    repository.git('config', 'user.email', 'maya@example.com');
    base(repository);
    const sessions = openSessions(log);
    const badges = createBadges({ sessions });
    disposables.push(badges, sessions);
    const fired: (readonly string[] | undefined)[] = [];
    badges.onDidChangeFileDecorations((uris) => {
      fired.push(uris === undefined ? undefined : [uris].flat().map((uri) => uri.path.split('/').at(-1) ?? ''));
    });
    const at = (path: string): Uri => Uri.joinPath(Uri.file(repository.root), path);
    const decoration = async (path: string): Promise<FileDecoration | undefined> =>
      (await badges.provideFileDecoration(at(path), { isCancellationRequested: false } as never)) ?? undefined;
    const sign = async (path: string): Promise<string> => {
      const found = await decoration(path);
      return found === undefined ? 'plain' : (found.badge ?? 'covered');
    };
    const location = await sessions.locate(at('CLAUDE.md'));
    assert.ok(location);
    await location.session.ready();
    return { repository, sessions, badges, fired, at, decoration, sign, session: location.session };
  }

  /** What is committed now is what counts. */
  function base(repository: TemporaryRepository): void {
    repository.commit('now');
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  }

  it('lock the topmost folder alone, and mark what is for both and what is editable', async () => {
    const { sign, decoration } = await open();
    const paths = ['src', 'src/auth', 'src/auth/deep', 'src/auth/a.ts', 'src/c.md', 'src/c.ts', 'CLAUDE.md', ''];
    assert.deepEqual(await Promise.all(paths.map(sign)), [
      'plain',
      '🔒',
      'covered',
      'covered',
      '✎',
      '◐',
      '🔒',
      'plain',
    ]);
    const covered = await decoration('src/auth/a.ts');
    assert.ok(covered);
    assert.equal(covered.tooltip, 'Locked: CLAUDE.md keeps **/auth/** from PMs (CLAUDE.md, line 9)');
    assert.equal((covered.color as { readonly id?: string } | undefined)?.id, 'pmZone.lockedForeground');
  });

  it('give alike files one and the same decoration', async () => {
    const { decoration } = await open();
    const [one, other] = [await decoration('src/c.ts'), await decoration('src/pay/d.ts')];
    assert.ok(one);
    assert.equal(one, other);
  });

  it('paint exactly what was asked for when the policy changes, the last asked for first', async () => {
    const { repository, session, fired, sign } = await open();
    for (const path of ['src/auth', 'src/auth/a.ts', 'src/pay', 'src/pay/d.ts']) await sign(path);
    repository.write('CLAUDE.md', policy('pay'));
    base(repository);
    const changed = new Promise<void>((resolve) => void session.onDidChange(resolve));
    session.refresh();
    await changed;
    assert.deepEqual(fired.at(-1), ['d.ts', 'pay', 'a.ts', 'auth']);
    assert.deepEqual(await Promise.all(['src/auth', 'src/auth/a.ts', 'src/pay', 'src/pay/d.ts'].map(sign)), [
      'plain',
      '◐',
      '🔒',
      'covered',
    ]);
  });

  it('see by themselves that the base has moved', async () => {
    const { repository, fired, sign } = await open();
    await sign('src/pay');
    const before = fired.length;
    repository.write('CLAUDE.md', policy('pay'));
    const start = Date.now();
    base(repository);
    while (fired.length === before && Date.now() - start < 10_000) await new Promise((go) => setTimeout(go, 5));
    console.log(`painted anew ${Date.now() - start} ms after the base moved`);
    assert.deepEqual(fired.at(-1), ['pay']);
  });

  it('are for PMs alone', async () => {
    const { repository, session, sign } = await open();
    assert.equal(await sign('src/auth'), '🔒');
    repository.git('config', 'user.email', 'erin@example.com');
    const changed = new Promise<void>((resolve) => void session.onDidChange(resolve));
    session.refresh();
    await changed;
    assert.equal(await sign('src/auth'), 'plain');
  });

  it('are not there where there is no policy, no repository, no file on this disk', async () => {
    const { sign, badges } = await open((repository) => repository.write('CLAUDE.md', '# Nothing of the kind\n'));
    assert.equal(await sign('src/auth'), 'plain');
    const token = { isCancellationRequested: false } as never;
    assert.equal(await badges.provideFileDecoration(Uri.file('/outside-any-repository/a.ts'), token), undefined);
    assert.equal(await badges.provideFileDecoration(Uri.parse('untitled:a.ts'), token), undefined);
  });

  it('take a nested repository for one of its own, and its root for the outer one’s', async () => {
    const inner = temporaryRepository();
    repositories.push(inner);
    inner.write('auth/a.ts', 'x\n');
    inner.commit('inner');
    const { sign } = await open((outer) => {
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'src/inner');
    });
    assert.equal(await sign('src/inner'), '🔒');
    assert.equal(await sign('src/inner/auth'), 'plain');
    assert.equal(await sign('src/inner/auth/a.ts'), 'plain');
  });

  it('go and come back with the setting', async () => {
    const { fired, sign } = await open();
    await sign('src/auth');
    const settings = () => workspace.getConfiguration('pmZone');
    const before = fired.length;
    await settings().update('badges', false, ConfigurationTarget.Global);
    try {
      assert.equal(await sign('src/auth'), 'plain');
      assert.deepEqual(fired.slice(before), [['auth']]);
    } finally {
      await settings().update('badges', undefined, ConfigurationTarget.Global);
    }
    assert.equal(await sign('src/auth'), '🔒');
  });
});

describe('asked files', () => {
  const uri = (name: string): Uri => Uri.file(`/${name}`);

  it('keep the order of the first time', () => {
    const asked = createRequestedFiles();
    for (const name of ['a', 'b', 'c', 'a']) asked.get(uri(name));
    assert.deepEqual(
      asked.latest(({ uri: { path } }) => path !== '/b').map(({ path }) => path),
      ['/c', '/a'],
    );
    assert.equal(asked.isPartial(), false);
  });

  it('forget the oldest when there are too many, and say so', () => {
    const asked = createRequestedFiles(3);
    for (const name of ['a', 'b', 'c', 'd']) asked.get(uri(name));
    assert.deepEqual(
      asked.latest(() => true).map(({ path }) => path),
      ['/d', '/c', '/b'],
    );
    assert.equal(asked.isPartial(), true);
    asked.clear();
    assert.equal(asked.isPartial(), false);
    assert.deepEqual(
      asked.latest(() => true),
      [],
    );
  });
});

describe('repaint', () => {
  const uris = Array.from({ length: 600 }, (_, index) => Uri.file(`/${index}`));
  const start = () => {
    const repaint = createRepaint();
    const events: (readonly Uri[] | undefined)[] = [];
    repaint.onDidChange((event) => events.push(event));
    return { repaint, events, sizes: () => events.map((event) => event?.length) };
  };
  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

  it('fires at once, in pieces that VS Code heeds as a whole', async () => {
    const { repaint, events, sizes } = start();
    repaint.files(uris);
    assert.deepEqual(sizes(), [250]);
    await later();
    assert.deepEqual(sizes(), [250, 250, 100]);
    assert.deepEqual(events.flat(), uris);
    repaint.dispose();
  });

  it('puts what is asked for later first, and each once', async () => {
    const { repaint, events, sizes } = start();
    repaint.files(uris);
    repaint.files(uris.slice(500, 550));
    await later();
    assert.deepEqual(sizes(), [250, 250, 100]);
    assert.deepEqual(events[1]?.slice(0, 50), uris.slice(500, 550));
    repaint.dispose();
  });

  it('drops what waits for everything, and with its end', async () => {
    const { repaint, sizes } = start();
    repaint.files(uris);
    repaint.all();
    await later();
    assert.deepEqual(sizes(), [250, undefined]);
    repaint.files(uris);
    repaint.dispose();
    await later();
    assert.deepEqual(sizes(), [250, undefined, 250]);
  });

  it('fires nothing for nothing', () => {
    const { repaint, sizes } = start();
    repaint.files([]);
    assert.deepEqual(sizes(), []);
    repaint.dispose();
  });
});

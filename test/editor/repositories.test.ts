import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uri, window, workspace } from 'vscode';
import { createBadges } from '../../src/editor/badges/register-badges.js';
import { followCurrentRepository } from '../../src/editor/sessions/current-repository.js';
import { snapshotOf } from '../../src/editor/sessions/repository-session.js';
import { collectNotices } from '../../src/presentation/my-zone/zone-notices.js';
import { appendixA, roster } from '../support/pilot-repository.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { openSessions } from './open-sessions.js';

describe('repositories', () => {
  const log = window.createOutputChannel('repositories test', { log: true });
  const made: TemporaryRepository[] = [];
  const disposables: { dispose: () => unknown }[] = [];

  afterEach(async () => {
    for (const each of disposables.splice(0)) each.dispose();
    await closeFoldersBut(1);
    for (const each of made.splice(0)) each.remove();
  });
  after(() => log.dispose());

  /** Maya's, with Appendix A as its policy; nothing is committed. */
  function repository(): TemporaryRepository {
    const now = temporaryRepository();
    made.push(now);
    now.write('CLAUDE.md', `${appendixA}\n### Pilot roster\n${roster}`);
    now.write('src/home/i18n/en.json', '{}\n');
    now.write('src/payments/charge.ts', 'charge();\n');
    return now;
  }
  function publish(each: TemporaryRepository): void {
    each.commit('Begin');
    each.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  }
  function look() {
    const sessions = openSessions(log);
    const badges = createBadges({ sessions });
    const current = followCurrentRepository(sessions);
    disposables.push(current, badges, sessions);
    const sign = async ({ root }: TemporaryRepository, path: string): Promise<string> => {
      const uri = Uri.joinPath(Uri.file(root), path);
      await (await sessions.locate(uri))?.session.ready();
      const found = await badges.provideFileDecoration(uri, { isCancellationRequested: false } as never);
      return found ? (found.badge ?? 'covered') : 'plain';
    };
    return { sessions, badges, current, sign };
  }
  async function addFolders(...added: readonly TemporaryRepository[]): Promise<void> {
    const told = new Promise<void>((resolve) => {
      disposables.push(workspace.onDidChangeWorkspaceFolders(() => resolve()));
    });
    assert.ok(workspace.updateWorkspaceFolders(1, 0, ...added.map(({ root }) => ({ uri: Uri.file(root) }))));
    await told;
  }
  async function closeFoldersBut(kept: number): Promise<void> {
    const open = workspace.workspaceFolders?.length ?? 0;
    if (open <= kept) return;
    const told = new Promise<void>((resolve) => {
      const listening = workspace.onDidChangeWorkspaceFolders(() => {
        listening.dispose();
        resolve();
      });
    });
    workspace.updateWorkspaceFolders(kept, open - kept);
    await told;
  }

  it('are each judged by their own policy in a window with several, also where git refuses one of them', async () => {
    const [readable, broken] = [repository(), repository()];
    publish(readable);
    publish(broken);
    writeFileSync(join(broken.root, '.git', 'HEAD'), 'nothing that git knows\n');
    await addFolders(readable, broken);
    const { sessions, current, sign } = look();
    const sample = await current.settled();
    assert.equal(sample?.root, workspace.workspaceFolders?.[0]?.uri.fsPath);

    assert.deepEqual(
      [
        await sign(readable, 'src/home/i18n/en.json'),
        await sign(readable, 'src/payments'),
        await sign(readable, 'src/payments/charge.ts'),
      ],
      ['✎', '🔒', 'covered'],
    );
    assert.equal(await sign(broken, 'src/payments'), 'plain');
    const refused = sessions.get(broken.root)?.state;
    assert.ok(refused?.kind === 'git-error');
    assert.match(refused.error.sentence, /\.$/);

    const showing = async (each: TemporaryRepository): Promise<string | undefined> => {
      await window.showTextDocument(Uri.joinPath(Uri.file(each.root), 'src/home/i18n/en.json'));
      return (await current.settled())?.root;
    };
    assert.equal(await showing(readable), readable.root);
    assert.equal(await showing(broken), broken.root);
    assert.equal(await showing(readable), readable.root);
  });

  it('without a commit are judged by the policy as it is written, as a preview, until there is one', async () => {
    const young = repository();
    const { sessions, sign } = look();
    assert.equal(await sign(young, 'src/home/i18n/en.json'), '✎');
    const session = sessions.get(young.root);
    const snapshot = session && snapshotOf(session);
    assert.ok(snapshot);
    assert.deepEqual(collectNotices(snapshot), ['preview', 'no-commit']);

    // VS Code says nothing of when it has begun to watch a folder.
    for (const end = Date.now() + 20_000; snapshotOf(session)?.policy.preview !== false && Date.now() < end;) {
      publish(young);
      await new Promise((go) => setTimeout(go, 500));
    }
    assert.deepEqual(collectNotices(snapshotOf(session) ?? snapshot), []);
  });

  it('are left alone once what followed them is disposed of', async () => {
    const readable = repository();
    publish(readable);
    const { sessions, badges, current, sign } = look();
    assert.equal(await sign(readable, 'src/payments'), '🔒');
    const told: string[] = [];
    sessions.onDidChange(() => told.push('zone'));
    badges.onDidChangeFileDecorations(() => told.push('badges'));
    current.onDidChange(() => told.push('current'));
    const session = sessions.get(readable.root);
    for (const each of disposables.splice(0)) each.dispose();

    readable.write('CLAUDE.md', '# No policy\n');
    publish(readable);
    session?.refresh();
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(told, []);
    assert.equal(session?.state?.kind, 'open');
  });
});

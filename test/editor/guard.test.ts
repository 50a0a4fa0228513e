import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, Disposable, EventEmitter, extensions, Uri, window, type LogOutputChannel } from 'vscode';
import { followCommitGuard, type CommitGuard } from '../../src/editor/services/commit-guard.js';
import { followCurrentRepository, type CurrentRepository } from '../../src/editor/sessions/current-repository.js';
import { describeGuardStatus } from '../../src/editor/views/register-my-change-view.js';
import { registerGuardOffer } from '../../src/editor/review/register-guard-offer.js';
import type { MyChanges } from '../../src/editor/services/my-changes.js';
import type { RepositorySession } from '../../src/editor/sessions/repository-session.js';
import type { SessionCache } from '../../src/editor/sessions/session-cache.js';
import type { GuardReason, GuardStatus } from '../../src/guard/guard-outcome.js';
import { eventually } from '../vscode/workbench.js';
import { openSessions } from './open-sessions.js';

const status = (reason: GuardReason): GuardStatus => ({
  on: reason === 'runs',
  reason,
  sentence: 'What to do.',
  way: undefined,
  folder: '/hooks',
  chain: [],
  runtime: undefined,
});

describe('the guard in words', () => {
  const cases: readonly (readonly [GuardReason, boolean, string])[] = [
    ['runs', true, 'on'],
    ['not-installed', false, 'off'],
    ['moved', false, 'no longer runs'],
    ['replaced', false, 'no longer runs'],
    ['incomplete', false, 'incomplete'],
    ['disabled', false, 'does not run'],
    ['no-runtime', false, 'cannot run'],
  ];
  for (const [reason, isOn, state] of cases) {
    it(`is ${state} where it is ${reason}, and says what to do`, () => {
      const words = describeGuardStatus(status(reason));
      assert.deepEqual([words.isOn, words.state], [isOn, state]);
      assert.match(words.sentence, reason === 'disabled' ? /^What to do\.$/ : /Select to/);
    });
  }
});

describe('the guard in the editor', () => {
  let log: LogOutputChannel;
  let sessions: SessionCache;
  let current: CurrentRepository;
  let session: RepositorySession;
  let guard: CommitGuard;
  let data: string;
  const hook = (): string => join(session.root, '.git', 'hooks', 'pre-commit');
  const runtimes = (): string => join(data, 'pm-zone', 'guard', 'runtimes');
  const extensionUri = (): Uri => extensions.getExtension('pm-zone.pm-zone')?.extensionUri ?? Uri.file('/');
  const follow = (): CommitGuard =>
    followCommitGuard({ extensionUri: extensionUri() }, current, log, { ...process.env, XDG_DATA_HOME: data });

  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'pm-zone-guard-'));
    log = window.createOutputChannel('PM Zone test', { log: true });
    sessions = openSessions(log);
    current = followCurrentRepository(sessions);
    const found = await current.settled();
    assert.ok(found);
    session = found;
    await session.ready();
    guard = follow();
    await guard.read();
  });
  afterEach(async () => {
    await guard.remove(session);
  });
  after(() => {
    guard.dispose();
    current.dispose();
    sessions.dispose();
    log.dispose();
    rmSync(data, { recursive: true, force: true });
  });

  it('is off until it is asked for, and leaves nothing behind', async () => {
    assert.equal(guard.status()?.reason, 'not-installed');
    assert.equal(existsSync(hook()), false);
    const outcome = await guard.install(session);
    assert.equal(outcome.kind, 'done');
    assert.equal(guard.status()?.reason, 'runs');
    assert.deepEqual(guard.status()?.runtime, { kind: 'editor', place: process.execPath });
    assert.equal(existsSync(hook()), true);
    await guard.remove(session);
    assert.equal(guard.status()?.reason, 'not-installed');
    assert.equal(existsSync(hook()), false);
    assert.equal(existsSync(join(data, 'pm-zone')), false);
  });

  it('knows that it is on once it was turned on, also where another reading began meanwhile', async () => {
    let isNext = false;
    const sessionThenRead = (): RepositorySession | undefined => {
      if (isNext) setImmediate(() => void racing.read());
      isNext = false;
      return current.session();
    };
    const racing = followCommitGuard({ extensionUri: extensionUri() }, { ...current, session: sessionThenRead }, log, {
      ...process.env,
      XDG_DATA_HOME: data,
    });
    try {
      await racing.read();
      isNext = true;
      await racing.install(session);
      assert.equal(racing.status()?.reason, 'runs');
    } finally {
      racing.dispose();
    }
  });

  it('stops a commit of a locked file, run by the editor’s own Node', async function () {
    this.timeout(60_000);
    await guard.install(session);
    const path = 'src/payments/charge.ts';
    const file = join(session.root, path);
    const text = readFileSync(file, 'utf8');
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: session.root, encoding: 'utf8', stdio: 'pipe' });
    try {
      git('switch', '--quiet', '--create', 'pm/charge');
      writeFileSync(file, `${text}// more\n`);
      git('add', path);
      // Without any other Node on the PATH.
      const { status: code, stderr } = spawnSync('git', ['commit', '-m', 'Charge more'], {
        cwd: session.root,
        env: { ...process.env, XDG_DATA_HOME: data, PATH: '/usr/bin:/bin', NODE: '' },
        encoding: 'utf8',
      });
      assert.equal(code, 1, stderr);
      assert.match(stderr, /^Not committed: .*charge\.ts/);
    } finally {
      git('reset', '--quiet', '--', path);
      writeFileSync(file, text);
      git('switch', '--quiet', '-');
      git('branch', '--quiet', '--delete', 'pm/charge');
    }
  });

  it('notices by itself that another program put it aside', async () => {
    await guard.install(session);
    rmSync(hook());
    await eventually(() => assert.equal(guard.status()?.reason, 'replaced'));
  });

  it('records the paths of an update once, where the guard is on', async () => {
    await guard.install(session);
    const program = Uri.joinPath(extensionUri(), 'dist', 'pm-zone.js').fsPath;
    writeFileSync(runtimes(), 'editor=/gone/code\nprogram=/gone/pm-zone-0.0.1/dist/pm-zone.js\n');
    const later = follow();
    try {
      await later.read();
      assert.equal(later.status()?.reason, 'runs');
      assert.match(readFileSync(runtimes(), 'utf8'), new RegExp(`^editor=${process.execPath}\\nprogram=${program}\\n`));
      writeFileSync(runtimes(), 'node=/gone\n');
      await later.read();
      assert.equal(readFileSync(runtimes(), 'utf8'), 'node=/gone\n');
    } finally {
      later.dispose();
    }
  });

  describe('offered', () => {
    const remembered = new Map<string, unknown>();
    const globalState = {
      get: (key: string): undefined => remembered.get(key) as undefined,
      update: (key: string, value: unknown): Promise<void> => {
        remembered.set(key, value);
        return Promise.resolve();
      },
    };
    const asked: string[] = [];
    let answer: string | undefined;
    let changed: EventEmitter<void>;
    let uncommitted: readonly string[];
    let feature: Disposable | undefined;

    beforeEach(() => {
      remembered.clear();
      asked.length = 0;
      answer = undefined;
      uncommitted = [];
      changed = new EventEmitter();
      const changes = {
        latest: () => ({
          uncommitted,
          planPaths: ['docs/PLANNING.md'],
          judgements: new Map([['src/payments/charge.ts', { standing: 'locked' }]]),
        }),
        onDidChange: changed.event,
      } as unknown as MyChanges;
      // The commands are the extension's own; only what is offered is looked at.
      feature = registerOffer(changes);
    });
    afterEach(() => {
      feature?.dispose();
      changed.dispose();
    });
    const registerOffer = (changes: MyChanges): Disposable =>
      registerGuardOffer(
        { context: { globalState }, log, current, changes, guard },
        (message) => {
          asked.push(message);
          return Promise.resolve(answer);
        },
        () => new Disposable(() => undefined),
      );

    it('once, with the first change beside the planning doc and not before', async () => {
      changed.fire();
      assert.deepEqual(asked, []);
      uncommitted = ['docs/PLANNING.md', 'src/payments/charge.ts'];
      changed.fire();
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(asked, []);
      uncommitted = ['docs/PLANNING.md', 'notes.md'];
      changed.fire();
      changed.fire();
      await eventually(() => assert.equal(asked.length, 1));
      await guard.read();
      changed.fire();
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(asked.length, 1);
      assert.equal(existsSync(hook()), false);
    });

    it('and installed when accepted', async () => {
      answer = 'Turn It On';
      uncommitted = ['notes.md'];
      changed.fire();
      await eventually(() => assert.equal(guard.status()?.reason, 'runs'));
      assert.equal(existsSync(hook()), true);
    });

    it('to be completed where an older one is on, to whom it was offered before', async () => {
      uncommitted = ['notes.md'];
      changed.fire();
      await eventually(() => assert.equal(asked.length, 1));
      await guard.install(session);
      // What the guard's own watching finds asks by itself.
      answer = 'Complete It';
      rmSync(join(session.root, '.git', 'hooks', 'pre-push'));
      await eventually(() => assert.equal(asked.length, 2));
      await eventually(() => assert.equal(guard.status()?.reason, 'runs'));
      assert.equal(asked.length, 2);
    });

    it('not where it is on already', async () => {
      await guard.install(session);
      uncommitted = ['notes.md'];
      changed.fire();
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.deepEqual(asked, []);
    });
  });
});

describe('the guard’s commands', () => {
  it('are there', async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    const all = await commands.getCommands(true);
    for (const id of ['pmZone.installGuard', 'pmZone.removeGuard']) assert.ok(all.includes(id), id);
  });
});

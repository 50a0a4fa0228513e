import assert from 'node:assert/strict';
import { Disposable, Uri, window } from 'vscode';
import { setUpPilot } from '../../src/editor/commands/repository/set-up-pilot.js';
import type { Services } from '../../src/editor/services/services.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { openSessions } from './open-sessions.js';

describe('setting a pilot up', () => {
  const log = window.createOutputChannel('pilot test', { log: true });
  const held: { dispose: () => unknown }[] = [log];
  let repository: TemporaryRepository;
  let services: Services;
  /** Commits what lies there, as others have it too, and opens it. */
  const servicesOf = async ({ root, ...there }: TemporaryRepository): Promise<Services> => {
    const commit = there.commit('first', { author: 'Erin <erin@example.com>' });
    there.git('update-ref', 'refs/remotes/origin/main', commit);
    const sessions = openSessions(log);
    held.push(sessions);
    const location = await sessions.locate(Uri.joinPath(Uri.file(root), 'CODEOWNERS'));
    return {
      log,
      sessions,
      current: { settled: () => Promise.resolve(location?.session) },
      changes: { read: () => Promise.resolve(), pause: () => new Disposable(() => undefined) },
    } as unknown as Services;
  };
  before(async () => {
    repository = temporaryRepository();
    repository.write('src/home/i18n/en.json', '{ "title": "Welcome home" }\n');
    repository.write('src/home/i18n/de.json', '{ "title": "Willkommen" }\n');
    repository.write('src/auth/login.ts', 'export {};\n');
    repository.write('CODEOWNERS', '* @org/platform\n/src/auth/ @org/identity\n');
    services = await servicesOf(repository);
  });
  after(() => {
    for (const each of held) each.dispose();
    repository.remove();
  });
  const talk = (typed: readonly (string | undefined)[], isWanted: boolean) => {
    const asked: string[] = [];
    const shown: string[] = [];
    const left = [...typed];
    return {
      asked,
      shown,
      choose: () => Promise.resolve([]),
      show: (content: string) => {
        shown.push(content);
        return Promise.resolve();
      },
      ask: (question: string, wrong: string | undefined, before: string) => {
        asked.push(wrong === undefined ? question : `${wrong} [${before}] ${question}`);
        return Promise.resolve(left.length === 0 ? '' : left.shift());
      },
      chooseBranch: () => Promise.resolve<boolean | undefined>(false),
      confirm: () => Promise.resolve(isWanted),
    };
  };

  it('ends where the engineer leaves it', async () => {
    const { asked, ...how } = talk([undefined], true);
    assert.equal(await setUpPilot(services, how), undefined);
    assert.equal(asked.length, 1);
  });

  it('asks nothing more where nothing would be open', async () => {
    const bare = temporaryRepository();
    try {
      bare.write('lang/en/app.php', "<?php\n\nreturn ['title' => 'Welcome home', 'more' => 'Read more about it'];\n");
      bare.write('CODEOWNERS', '* @org/platform\n');
      const { asked, ...how } = talk([], true);
      const choices: unknown[] = [];
      const choose: typeof how.choose = (...given: readonly unknown[]) => {
        choices.push(given[1]);
        return Promise.resolve([]);
      };
      await assert.rejects(
        setUpPilot(await servicesOf(bare), { ...how, choose }),
        /Without a tick nothing would be open/,
      );
      assert.deepEqual(
        [asked, choices],
        [[], [[{ name: 'code-texts', what: 'texts in programs, words alone', files: 1, globs: ['lang/*/app.php'] }]]],
      );
    } finally {
      bare.remove();
    }
  });

  it('asks nothing at all where nothing can be opened, and says what was seen', async () => {
    const bare = temporaryRepository();
    try {
      bare.write(
        'crowdin.yml',
        'files:\n  - source: /locale/en_US/django.po\n    translation: /locale/%locale%/django.po\n',
      );
      for (const locale of ['en_US', 'de_DE']) bare.write(`locale/${locale}/django.po`, 'msgid "Yes"\nmsgstr ""\n');
      const { asked, ...how } = talk(['Maya Rivera <maya@example.com> @maya'], true);
      await assert.rejects(
        setUpPilot(await servicesOf(bare), how),
        /^\w*(?:Error: )?Nothing was found here .* Seen, and not proposed: translations \(\d files?\): crowdin\.yml names a translation platform, which writes them\.$/,
      );
      assert.deepEqual(asked, []);
    } finally {
      bare.remove();
    }
  });

  it('shows what it would write, and writes nothing unasked', async () => {
    const { shown, ...how } = talk([], false);
    assert.equal(await setUpPilot(services, how), undefined);
    assert.match(shown.join('\n'), /src\/home\/i18n\/\*\.json: 2 files[\s\S]*\n\+\*\*PMs can touch:\*\*/);
    assert.doesNotMatch(shown.join('\n').split('\n--- ')[0] ?? '', / --[a-z]/, 'no option of the command line');
    assert.equal(repository.git('branch', '--list', 'pm-zone/*'), '');
  });

  it('puts it on a new branch, with what the engineer answered, and touches nothing else', async () => {
    const typed = [
      'Maya',
      'Maya Rivera <maya@example.com> @maya',
      'src/home',
      '',
      '@org/growth',
      '@erin',
      '@paul',
      '',
      '@org/eng',
    ];
    const { asked, ...how } = talk(typed, true);
    assert.equal(await setUpPilot(services, how), 'pm-zone/pilot');
    assert.match(asked[1] ?? '', /“Maya” is no PM: write.*\[Maya\] Pilot PM/);
    const policy = repository.git('show', 'pm-zone/pilot:CLAUDE.md');
    assert.match(policy, /\| Maya Rivera \(@maya\) +\| maya@example\.com/);
    assert.match(policy, /`src\/home\/i18n\/\*\.json`/);
    assert.equal(repository.git('status', '--porcelain'), '');
    assert.equal(repository.git('branch', '--show-current'), 'main');
    assert.equal(await setUpPilot(services, talk(typed, true)), 'pm-zone/pilot');
  });

  it('asks which branch pull requests go to, where work seems to go to another one first', async () => {
    const origin = temporaryRepository();
    origin.write('src/home/i18n/en.json', '{"title": "Welcome home", "body": "Nothing here yet"}\n');
    origin.commit('Begin');
    origin.git('switch', '-q', '-c', 'dev');
    origin.commit('Gathered');
    origin.git('switch', '-q', 'main');
    const clone = origin.clone();
    try {
      const { shown, ...how } = talk([], true);
      const asked: unknown[] = [];
      const chooseBranch: typeof how.chooseBranch = (...given: readonly unknown[]) => {
        asked.push(given);
        return Promise.resolve<boolean | undefined>(asked.length > 1);
      };
      const there = await servicesOf(clone);
      assert.equal(
        await setUpPilot(there, { ...how, chooseBranch: () => Promise.resolve(undefined) }),
        undefined,
        'Escape ends it all',
      );
      assert.equal(await setUpPilot(there, { ...how, chooseBranch, confirm: () => Promise.resolve(false) }), undefined);
      assert.match(shown.at(-1) ?? '', /^Read: origin\/main at [^]*\n\+\*\*Base branch:\*\* main\n/);
      assert.equal(await setUpPilot(there, { ...how, chooseBranch }), 'pm-zone/pilot');
      assert.match(shown.at(-1) ?? '', /^Read: origin\/dev at [^]*\n\+\*\*Base branch:\*\* dev\n/);
      assert.equal(clone.git('rev-parse', 'pm-zone/pilot~1').trim(), clone.git('rev-parse', 'origin/dev').trim());
      const { newer, usual } = {
        newer: (asked[0] as readonly unknown[])[0],
        usual: (asked[0] as readonly unknown[])[1],
      };
      assert.deepEqual([(newer as { branch: string; ahead: number }).ahead, usual], [1, 'origin/main']);
    } finally {
      clone.remove();
      origin.remove();
    }
  });
});

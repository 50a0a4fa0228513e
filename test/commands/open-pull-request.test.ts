import assert from 'node:assert/strict';
import { startOpening, token, type OpeningPilot } from '../opening/opening-pilot.js';

describe('pm-zone pr', () => {
  let pilot: OpeningPilot;
  beforeEach(async () => (pilot = await startOpening()));
  afterEach(async () => {
    assert.deepEqual(pilot.github.faults, []);
    await pilot.close();
  });

  it('pushes, opens, labels, asks for reviews, and says what happens next; once more it changes nothing', async () => {
    const first = await pilot.pr();
    assert.equal(first.code, 0, first.stderr);
    const [pull] = pilot.pulls();
    assert.ok(pull);
    assert.equal(first.stdout, `${pilot.github.server.url}/acme/shop/pull/${pull.number}\n`);
    assert.equal(pilot.remote('pm/home'), pilot.work.git('rev-parse', 'HEAD'));
    assert.equal(pilot.work.git('rev-parse', '--abbrev-ref', 'pm/home@{upstream}'), 'origin/pm/home');
    assert.deepEqual(
      [pull.title, pull.draft, pull.base.ref, pull.head.ref],
      ['A clearer home', false, 'main', 'pm/home'],
    );
    assert.deepEqual(pull.labels, ['pm-authored', 'zone:copy', 'size:XS']);
    assert.deepEqual(pull.requested, { people: ['erin', 'paul'], teams: ['home'] });
    assert.match(pull.body, /^<!-- pm-zone:begin main -->\n\n## What\n/);
    assert.match(
      first.stderr,
      /Pull request \d+ is open\.\n.*Next: it waits for its reviews \(asked: @erin, @paul, @acme\/home\)/s,
    );
    assert.doesNotMatch(first.stderr, /Sharing/, 'no progress in a pipe');

    const again = await pilot.pr('--json');
    assert.equal(again.code, 0, again.stderr);
    const { next, ...told } = again.json[0] as { next: string[] };
    assert.deepEqual(told, {
      outcome: 'unchanged',
      number: pull.number,
      url: first.stdout.trim(),
      title: 'A clearer home',
      base: 'main',
      head: 'pm/home',
      draft: false,
      pushed: false,
      reviewers: ['@erin', '@paul', '@acme/home'],
      labelsLeft: [],
      reviewersLeft: [],
      picturesLeft: [],
    });
    assert.equal(next.length, 2);
    assert.equal(pilot.pulls().length, 1);
  });

  it('opens no second one where the branch was renamed here, and goes on once that one is closed', async () => {
    const { work, pr, pulls, remote } = pilot;
    await pr();
    const [first] = pulls();
    work.git('branch', '-m', 'pm/house');
    work.git('branch', '-m', 'pm/start');
    const { code, stderr } = await pr();
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^pm-zone: pm\/start was called pm\/home when pull request \d+ was opened from it, and that is open still: \S+\. No second one is opened\. Call it pm\/home again \(git branch -m NAME\), or close that one on its page, then run pm-zone pr again\.\n$/,
    );
    assert.deepEqual([pulls().length, remote('pm/start')], [1, undefined]);
    pilot.github.server.fault = (_, { url }) =>
      url.search.includes('house') ? () => ({ status: 500, body: '' }) : undefined;
    assert.match((await pr()).stderr, /GitHub could not be reached/, 'in doubt none');
    pilot.github.server.fault = () => undefined;
    // Another branch has the name now: that one is its own.
    work.git('branch', 'pm/home');
    assert.equal((await pr()).code, 0);
    assert.equal(pulls().length, 2);
    work.git('branch', '-q', '-D', 'pm/home');
    Object.assign(first ?? {}, { state: 'closed' });
    assert.equal((await pr()).code, 0);
  });

  it('names a size that it has outgrown, until somebody takes that off', async () => {
    await pilot.pr();
    const texts = Object.fromEntries(Array.from({ length: 30 }, (_, count) => [`key${count}`, 'Some words']));
    for (const locale of ['en', 'de'])
      commit(`src/home/i18n/${locale}.json`, JSON.stringify({ title: 'Home, {name}', body: 'x', ...texts }, null, 2));
    const { stderr } = await pilot.pr('--draft');
    const [pull] = pilot.pulls();
    assert.ok(pull);
    assert.deepEqual(pull.labels, ['pm-authored', 'zone:copy', 'size:XS', 'size:M']);
    assert.match(stderr, /The label size:XS is on it still, though the change has another size now: take it off/);
    assert.match(pull.body, /\n- Label `size:XS`: to be taken off, since the change has another size now\n/);
    pull.labels = ['size:M'];
    assert.doesNotMatch((await pilot.pr('--draft')).stderr, /taken? off/);
    assert.doesNotMatch(pull.body, /taken off/);
  });

  const commit = (path: string, text: string): void => {
    pilot.work.write(path, text);
    pilot.work.commit('Go on');
  };
  const nothingLeft = (): void => {
    assert.deepEqual([pilot.pulls(), pilot.remote('pm/home'), pilot.github.server.seen], [[], undefined, []]);
  };

  it('stops where the review is not ready, with what blocks; as a draft it goes on and asks the engineer alone', async () => {
    commit('src/home/i18n/de.json', '{\n  "title": "Start",\n  "body": "Leg dein erstes Projekt an."\n}\n');
    const stopped = await pilot.pr();
    assert.equal(stopped.code, 1);
    assert.match(stopped.stdout, /^Not ready yet[^]*What to do, most important first:[^]*\{name\}/);
    assert.match(
      stopped.stderr,
      /nothing was shared or opened\. Mend what is listed .* open a draft: pm-zone pr --draft\./,
    );
    const json = await pilot.pr('--format', 'json');
    const { outcome, verdict, next } = json.json[0] as { outcome: string; verdict: string; next: string[] };
    assert.deepEqual([json.code, outcome, verdict], [1, 'not-ready', 'needs-fix']);
    assert.match(next.join(), /nothing was shared or opened/);
    nothingLeft();

    const draft = await pilot.pr('--draft');
    assert.equal(draft.code, 1, draft.stderr);
    const [pull] = pilot.pulls();
    assert.deepEqual([pull?.draft, pull?.requested], [true, { people: ['erin'], teams: [] }]);
    assert.match(draft.stderr, /is open, as a draft\.[^]*Next: work on it together with an engineer \(asked: @erin\)/);

    // What was written on the host meanwhile stays; mended it is made ready for review where the PM says so.
    assert.ok(pull);
    pull.body = `Mind the German!\r\n\r\n${pull.body}`;
    pull.title = 'A title of mine';
    pilot.work.git('reset', '-q', '--hard', 'HEAD~1');
    pilot.work.commit('Nothing but a word of it');
    pilot.work.git('push', '-q', '--force', 'origin', 'pm/home');
    const kept = await pilot.pr();
    assert.equal(kept.code, 0, kept.stderr + kept.stdout);
    assert.match(
      kept.stderr,
      /it is a draft there and stays one until you say otherwise .* Run pm-zone pr --ready to ask/,
    );
    assert.deepEqual([pull.draft, pull.requested], [true, { people: ['erin'], teams: [] }]);
    const ready = await pilot.pr('--ready');
    assert.equal(ready.code, 0, ready.stderr + ready.stdout);
    assert.match(ready.stderr, /was open already, and is renewed\./);
    assert.deepEqual(
      [pull.draft, pull.requested, pull.title],
      [false, { people: ['erin', 'paul'], teams: ['home'] }, 'A title of mine'],
    );
    assert.match(pull.body, /^Mind the German!\r\n\r\n<!-- pm-zone[^]*Ready for the pull request/);
    assert.equal(pilot.pulls().length, 1);

    // An engineer takes it back to a draft on the host.
    pull.draft = true;
    await pilot.pr();
    assert.equal(pull.draft, true);
  });

  it('lets nothing of security and privacy leave the computer, not even in a draft', async () => {
    const key = [
      '-----BEGIN RSA',
      'PRIVATE KEY-----\nMIIEowIBAAKCAQEA04up8hoqzS\n-----END RSA',
      'PRIVATE KEY-----\n',
    ].join(' ');
    commit('src/home/notes.md', key);
    const { code, stderr } = await pilot.pr('--draft');
    assert.equal(code, 1);
    assert.match(stderr, /must not leave your computer, not even in a draft/);
    nothingLeft();
  });

  it('says what stands in the way before anything is sent', async () => {
    const { work } = pilot;
    for (const [prepare, sentence] of [
      [
        () => work.write('src/home/new.md', 'x'),
        /1 file is not committed yet, .*: src\/home\/new\.md\. Commit your work/,
      ],
      [
        () => {
          for (let count = 0; count < 12; count++) work.write(`src/home/a${count}.md`, 'x');
        },
        /13 files are not committed yet, .* and 3 more\./,
      ],
      [() => work.git('stash', '-u', '-q'), undefined],
      [() => work.git('switch', '-q', 'main'), /you are on main, which everybody works from.*git switch -c NAME/],
      [() => work.git('switch', '-q', '--detach', 'pm/home'), /you are on no branch/],
      [
        () => {
          work.git('switch', '-q', '-c', 'other', 'main');
          commit('src/home/other.md', '# Other\n');
          work.git('switch', '-q', 'pm/home');
          work.git('merge', '-q', '--no-commit', '--no-ff', 'other');
        },
        /a merge is under way/,
      ],
      [() => work.git('merge', '--abort'), undefined],
      [() => work.git('remote', 'remove', 'origin'), /this repository is on no server yet/],
    ] as const) {
      prepare();
      if (sentence === undefined) continue;
      const { code, stderr, stdout } = await pilot.pr();
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, sentence);
    }
    assert.deepEqual([pilot.pulls(), pilot.github.server.seen], [[], []]);
    assert.match((await pilot.pr('--update', '--web')).stderr, /--update renews a pull request that is open/);
    assert.match((await pilot.pr('--update', '--dry-run')).stderr, /does not go with --web or --dry-run/);
    for (const other of ['--draft', '--web', '--dry-run'])
      assert.match((await pilot.pr('--ready', other)).stderr, /--ready makes a draft ready for review: it does not go/);
  });

  it('renews and opens none with --update', async () => {
    const none = await pilot.pr('--update');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /There is no open pull request of this branch to renew\. Open one with pm-zone pr\./);
    assert.deepEqual([pilot.pulls(), pilot.remote('pm/home')], [[], undefined], 'nothing is pushed either');
    await pilot.pr();
    commit('src/home/notes.md', '# Notes\n');
    const renewed = await pilot.pr('--update', '--draft');
    assert.match(renewed.stderr, /was open already, and is renewed, as a draft/);
    assert.equal(pilot.remote('pm/home'), pilot.work.git('rev-parse', 'HEAD'));
    const [pull] = pilot.pulls();
    assert.match(pull?.body ?? '', /src\/home\/notes\.md/);
  });

  it('names what the token may not do in the description, and loses none of it', async () => {
    pilot.github.tokens.set(token, { user: pilot.maya, rights: new Set(['pull-requests']) });
    const { code, stderr } = await pilot.pr();
    assert.equal(code, 0, stderr);
    assert.match(stderr, /The labels pm-authored, zone:copy, size:XS are not set: the token may not set labels here\./);
    assert.match(
      stderr,
      /@erin, @paul, @acme\/home are not asked to review it: the token may not ask for reviews here\./,
    );
    assert.match(stderr, /nobody could be asked/);
    const [pull] = pilot.pulls();
    assert.match(
      pull?.body ?? '',
      /## Still to be set or asked for by hand\n\n- Label `pm-authored`: the token may not set labels here\n[^]*- Review by `@erin`: the token/,
    );
    pilot.github.tokens.set(token, { user: pilot.maya, rights: new Set(['pull-requests', 'triage']) });
    assert.equal((await pilot.pr()).code, 0);
    assert.doesNotMatch(pull?.body ?? '', /by hand/);
  });

  it('says so where the host fails after it was opened, and the next run does the rest', async () => {
    pilot.github.server.fault = (_, { method }) => (method === 'PATCH' ? () => ({ status: 500, body: {} }) : undefined);
    pilot.github.tokens.set(token, { user: pilot.maya, rights: new Set(['pull-requests']) });
    const { code, stdout, stderr } = await pilot.pr();
    assert.equal(code, 2);
    assert.match(stdout, /\/pull\/\d+\n$/);
    assert.match(
      stderr,
      /GitHub could not be reached, or did not answer as it should\.[^]*Not all could be done\. When you run pm-zone pr again, it goes on/,
    );
  });

  it('shows its steps where somebody watches', async () => {
    const steps: string[] = [];
    const { pmZone } = await import('../support/run-command-line.js');
    await pmZone(pilot.work, ['pr'], { environment: pilot.environment, progress: (line) => void steps.push(line) });
    assert.deepEqual(
      steps.map((step) => step.replace(/\d+/, 'N')),
      [
        'Reviewing your change',
        'Looking for an open pull request of this branch',
        'Sharing pm/home by origin',
        'Opening the pull request',
        'Setting labels',
        'Asking for reviews',
      ],
    );
  });

  it('says that a bug is one', async () => {
    const { pmZone } = await import('../support/run-command-line.js');
    const progress = (line: string): void => {
      if (line.startsWith('Looking')) throw new TypeError('a bug');
    };
    const { code, stderr } = await pmZone(pilot.work, ['pr'], { environment: pilot.environment, progress });
    assert.equal(code, 2);
    assert.match(stderr, /something went wrong that PM Zone did not expect: TypeError: a bug/);
  });

  it('says a sentence where a push or the host refuses, without the token', async () => {
    pilot.github.tokens.clear();
    const refused = await pilot.pr();
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /^pm-zone: GitHub does not take your sign-in\. Sign in again .*\n$/);
    assert.equal(pilot.remote('pm/home'), undefined);
    assert.ok(!(refused.stderr + refused.stdout).includes(token));
  });

  it('answers one object of JSON whatever stops it, which says why as a person is told', async () => {
    const told = async (...args: string[]): Promise<void> => {
      const { code, json, stderr } = await pilot.pr('--json', ...args);
      assert.equal(code, 2);
      assert.deepEqual(json, [{ outcome: 'failed', next: [stderr.replace(/^pm-zone: |\n$/g, '')] }]);
    };
    await told('--update');
    await told('--update', '--web');
    pilot.github.tokens.clear();
    await told();
    pilot.work.write('src/home/new.md', 'New\n');
    await told('--draft');
    pilot.work.git('switch', '-q', '--detach');
    await told();
  });

  describe('without a host that it may ask', () => {
    const away = async (...args: string[]) => {
      const { pmZone } = await import('../support/run-command-line.js');
      return pmZone(pilot.work, ['pr', ...args], {
        environment: { PATH: process.env['PATH'] ?? '', GH_TOKEN: '', GITHUB_TOKEN: '', GH_CONFIG_DIR: '/nowhere' },
      });
    };
    /** The remote's address is GitHub's; what goes there goes to the bare repository. */
    const onGithub = (address: string): void => {
      pilot.work.git('config', `url.file://${pilot.bare}.insteadOf`, address);
      pilot.work.git('remote', 'set-url', 'origin', address);
    };

    it('pushes and gives the page to open it on, with what is left to do there', async () => {
      onGithub('https://github.com/acme/shop.git');
      const { code, stdout, stderr } = await away();
      assert.equal(code, 0, stderr);
      assert.match(stdout, /^https:\/\/github\.com\/acme\/shop\/compare\/main\.\.\.pm\/home\?\S+\n$/);
      assert.match(
        stderr,
        /Nobody is signed in to github\.com here, .* Your change is shared: open the pull request on this page\./,
      );
      assert.match(
        stderr,
        /set these labels: pm-authored, zone:copy, size:XS\.\n.*review it: @erin, @paul, @acme\/home\./,
      );
      assert.equal(pilot.remote('pm/home'), pilot.work.git('rev-parse', 'HEAD'));
      const { json } = await away('--format', 'json');
      const { outcome, next } = json[0] as { outcome: string; next: string[] };
      assert.equal(outcome, 'browser');
      assert.match(
        next.join('\n'),
        /^Nobody is signed in [^]*\nAsk these people to review it: @erin, @paul, @acme\/home\.$/,
      );
      assert.match((await away('--update')).stderr, /Nobody is signed in .* Renew the pull request on its page\./);
    });

    it('finds the page by a shorthand for it, too', async () => {
      pilot.work.git('config', 'url.https://github.com/.insteadOf', 'gh:');
      pilot.work.git('remote', 'set-url', 'origin', 'gh:acme/shop');
      const { stdout, stderr } = await away('--web');
      assert.match(stdout, /^https:\/\/github\.com\/acme\/shop\/compare\/main\.\.\.pm\/home\?\S+\n$/, stderr);
    });

    it('says that it knows no page where it knows none', async () => {
      const { code, stdout, stderr } = await away();
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /your change is shared, but PM Zone does not know how to open a pull request there/);
    });
  });

  it('comes from a fork where the branch is pushed to one', async () => {
    const { work, github, bare, pr } = pilot;
    const forked = work.clone('--no-checkout');
    forked.git('config', 'core.bare', 'true');
    work.git('remote', 'rename', 'origin', 'upstream');
    for (const [name, owner, place] of [
      ['upstream', 'acme', bare],
      ['origin', 'maya', forked.root],
    ] as const) {
      const address = `https://github.com/${owner}/shop.git`;
      work.git('config', `url.file://${place}.insteadOf`, address);
      work.git('config', `remote.${name}.url`, address);
    }
    work.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    forked.git('update-ref', '-d', 'refs/heads/pm/home');
    github.forks.set('maya/shop', new Map([['pm/home', work.git('rev-parse', 'HEAD')]]));
    const { code, stderr } = await pr();
    assert.equal(code, 0, stderr);
    const [pull] = pilot.pulls();
    assert.deepEqual([pull?.head.repo, pull?.base.ref], ['maya/shop', 'main']);
    assert.equal(forked.git('rev-parse', 'pm/home'), work.git('rev-parse', 'HEAD'));
    assert.equal(pilot.remote('pm/home'), undefined);
    assert.match((await pr()).stderr, /is as it should be/);
    forked.remove();
  });

  it('opens no second one beside one that somebody sent to another branch', async () => {
    await pilot.pr();
    const [pull] = pilot.pulls();
    assert.ok(pull);
    pull.base = { ref: 'release', sha: 'x' };
    const { code, stderr } = await pilot.pr();
    assert.equal(code, 2);
    assert.match(
      stderr,
      /has an open pull request already, to release and not to main: http.*\/pull\/\d+\. No second one is opened\./,
    );
    assert.equal(pilot.pulls().length, 1);
  });
});

import assert from 'node:assert/strict';
import { appendixA, pilotRepository } from '../support/pilot-repository.js';
import { gateRoster } from '../support/pull-request.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

describe('the papers around a pilot', () => {
  let repository: TemporaryRepository;
  let bare: TemporaryRepository;
  before(() => {
    const days = '\n**Pilot:** from 2026-01-01 to 2026-01-29\n**Compliance sign-off:** @org/compliance\n';
    repository = pilotRepository({
      policy: `${appendixA}${gateRoster}${days}`,
      codeowners: '/src/auth/ @org/id @org/home\n',
    });
    bare = pilotRepository({ policy: '' });
  });
  after(() => {
    repository.remove();
    bare.remove();
  });
  const paper = async (where: TemporaryRepository, ...args: string[]): Promise<string> => {
    const { stdout, stderr, code } = await pmZone(where, args);
    assert.equal(code, 0, stderr);
    return stdout.replaceAll('<!-- -->', '').replaceAll('\\', '');
  };
  const fills = (text: string): number => text.split('[**to fill in: ').length - 1;

  describe('pm-zone pitch', () => {
    it('is filled from the policy: who, what is open and closed, by line, and the days', async () => {
      const text = await paper(repository, 'pitch', '--standard');
      assert.match(text, /^# Product managers ship production code: proposal of a pilot for work\n/u);
      assert.match(text, /For four weeks, 2026-01-01 to 2026-01-29, 2 product managers write small/u);
      assert.match(
        text,
        /\n- \*\*Maya\*\* on `src\/home`; flags `new-home`; reviewed by @org\/home; engineering DRI @erin, product DRI @paul\n/u,
      );
      assert.match(
        text,
        /\n- `\*\*\/i18n\/\*\.json` \(2 files now, CLAUDE\.md:7\), as long as it lies in one of the PM’s feature folders\n/u,
      );
      assert.match(text, /\n- `\*\*\/auth\/\*\*` \(1 file now, CLAUDE\.md:14\), owned by @org\/id, @org\/home\n/u);
      assert.match(
        text,
        /\n- `\*\*\/payments\/\*\*` \(0 files now, CLAUDE\.md:15\), \*\*held by convention only\*\*\n/u,
      );
      assert.match(text, /\n## Week one\n/u);
      assert.doesNotMatch(text, /control framework/u);
    });

    it('marks what is to be filled in, all of it where there is no policy yet', async () => {
      const [with_, without] = [await paper(repository, 'pitch', '--standard'), await paper(bare, 'pitch')];
      assert.ok(fills(with_) >= 8 && fills(without) > fills(with_) + 8, `${fills(with_)} ${fills(without)}`);
      assert.match(without, /\n- \*\*Filled from\*\*: no PM zone yet: pm-zone init proposes one\n/u);
      assert.match(without, /\n- \[\*\*to fill in: what PMs can touch\*\*\]\n/u);
      assert.match(without, /\| Days from idea to first commit \| \[\*\*to fill in: baseline\*\*\] \| 30 % fewer \|/u);
    });

    it('has the controls first where the environment is regulated', async () => {
      const text = await paper(repository, 'pitch', '--regulated');
      assert.ok(text.indexOf('## The control framework') < text.indexOf('## Why now'));
      assert.match(text, /They change only flags that are listed as theirs: `new-home`, `max-flag`\./u);
      assert.match(text, /While the pilot runs, what opens more waits for @org\/compliance\./u);
      assert.match(
        text,
        /\| The zone grows while the pilot runs \| It is frozen: what opens more waits for compliance\. \|/u,
      );
      assert.match(text, /\n### B\. The walkthrough before the pilot\n/u);
      const without = await paper(bare, 'pitch', '--regulated');
      assert.match(without, /Once the policy names the days of the pilot it is frozen/u);
      assert.match(without, /theirs: \[\*\*to fill in: flags\*\*\]/u);
    });

    it('takes the variant of the policy where none is asked for', async () => {
      const regulated = pilotRepository({
        policy:
          '## PM zone\n\n**Controls:** regulated\n\nPMs can touch:\n\n- `src/home/**`\n\n| PM | Email |\n| --- | --- |\n| Maya (@maya) | maya@example.com |\n',
      });
      const text = await paper(regulated, 'pitch');
      assert.match(text, /\*\*Variant\*\*: regulated environment/u);
      assert.match(text, /, 1 product manager writes small/u);
      assert.match(
        text,
        /\n- \*\*Maya\*\* on \[\*\*to fill in: feature\*\*\]; flags \[\*\*to fill in: flag\*\*\]; reviewed by \[/u,
      );
      assert.match(await paper(regulated, 'pitch', '--standard'), /\*\*Variant\*\*: standard/u);
      regulated.remove();
      const { code, stderr } = await pmZone(repository, ['pitch', '--standard', '--regulated']);
      assert.deepEqual([code, /are two proposals: give one of them/u.test(stderr)], [2, true]);
    });
  });

  describe('pm-zone agreement', () => {
    it('leaves the kinds to be filled in where the zone opens no file, and names each folder and flag of a PM', async () => {
      const closed = pilotRepository({
        policy:
          '## PM zone\n\nPMs can touch:\n\n- `nowhere/**`\n\n| PM | Email | Feature folders | Flags |\n| --- | --- | --- | --- |\n| Maya (@maya) | maya@example.com | src/home, src/cart | one, two |\n',
      });
      const text = await paper(closed, 'agreement');
      assert.match(text, /\| In production: \[\*\*to fill in: kinds of files\*\*\] \|/u);
      assert.match(text, /\*\*Maya\*\* on `src\/home`, `src\/cart`; flags `one`, `two`;/u);
      closed.remove();
    });

    it('has the division of labour, the zone, the rules and who agrees', async () => {
      const text = await paper(repository, 'agreement');
      assert.match(text, /\n\| the PM builds and owns \| engineering builds and owns \| shared \|\n/u);
      assert.match(text, /\n- Small, and about one thing: at most 15 files and 400 lines\.\n/u);
      assert.match(text, /\n\| Maya \| \[\*\*to fill in: day\*\*\] \|\n\| @erin \| .*\n\| @paul \| .*\n\| Max \| /u);
      const without = await paper(bare, 'agreement');
      assert.match(without, /\n- Small, and about one thing\.\n/u);
      assert.match(without, /\n\| \[\*\*to fill in: PM\*\*\] \| /u);
    });

    it('is read back where it is kept: doctor says nothing of it until the two disagree', async () => {
      const kept = pilotRepository({ codeowners: '/src/auth/ @org/id\n' });
      const { stdout } = await pmZone(kept, ['agreement']);
      kept.write('docs/working-agreement.md', stdout);
      kept.git('add', 'docs/working-agreement.md');
      const said = async (): Promise<readonly string[]> => {
        const doctor = await pmZone(kept, ['doctor', '--worktree']);
        return doctor.stdout.split('\n').filter((line) => line.includes('docs/working-agreement.md'));
      };
      assert.match(stdout, /\| In production: copy, flags, events, components \| In production: everything else \|/u);
      assert.deepEqual(await said(), []);
      kept.write('docs/working-agreement.md', stdout.replace('copy, flags, events', 'copy, prompts, flags, events'));
      assert.match(
        (await said()).join('\n'),
        /^! warning {2}docs\/working-agreement\.md:\d+ {2}The agreement gives PMs prompts/u,
      );
      kept.remove();
    });

    it('is a page of HTML or data too', async () => {
      assert.match(await paper(repository, 'agreement', '--html'), /<mark>to fill in: day<\/mark>/u);
      assert.match(await paper(repository, 'agreement', '--format', 'json'), /^\{"title":"Working agreement/u);
    });
  });
});

import assert from 'node:assert/strict';
import { openPolicySession } from '../../src/policy/policy-session.js';
import { createJudge } from '../../src/policy/judge.js';
import type { Judgement } from '../../src/policy/policy.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { processorTime } from '../support/processor-time.js';

const zoneOf = (glob: string, more = ''): string =>
  `# PM zone\n\nPMs can touch:\n\n- \`${glob}\` (documentation)\n${more}`;

describe('openPolicySession', () => {
  const made: TemporaryRepository[] = [];
  const keep = (repository: TemporaryRepository): TemporaryRepository => {
    made.push(repository);
    return repository;
  };
  after(() => made.forEach((repository) => repository.remove()));

  const judge = async (
    { root: cwd, environment }: TemporaryRepository,
    path: string,
    more: { base?: string } = {},
  ): Promise<Judgement & { tips: string[]; preview: boolean }> => {
    const zone = await openPolicySession({ cwd, environment, ...more });
    zone.close();
    return {
      ...createJudge(zone.policy, zone.asking).judge(path),
      tips: zone.policy.tips.map((tip) => tip.ref),
      preview: zone.policy.preview,
    };
  };

  it('reads the policy at the tip of the base, whatever the PM’s branch says', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('docs/**'));
    repository.commit('Policy');
    repository.git('switch', '-q', '-c', 'pm-branch');
    repository.write('CLAUDE.md', zoneOf('**/*.md'));
    repository.commit('Looser');
    assert.equal((await judge(repository, 'docs/a.md')).standing, 'editable');
    assert.equal((await judge(repository, 'src/a.md')).standing, 'pair');
  });

  it('judges by nothing else where the base is there and cannot be read', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('docs/**'));
    repository.commit('Policy');
    repository.git('switch', '-q', '-c', 'pm-branch');
    repository.write('.git/refs/heads/main', '');
    await assert.rejects(judge(repository, 'docs/a.md'), /^GitError: main is there, but git cannot read/);
  });

  it('heeds the policy’s own Base branch, and stays as strict as the default', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('docs/**', '\n**Base branch:** next\n'));
    repository.commit('Policy');
    repository.git('switch', '-q', '-c', 'next');
    repository.write('CLAUDE.md', zoneOf('{docs,src}/**'));
    repository.commit('Next');
    const inDocs = await judge(repository, 'docs/a.md');
    assert.deepEqual([inDocs.standing, inDocs.tips], ['editable', ['next', 'main']]);
    assert.equal((await judge(repository, 'src/a.md')).standing, 'pair');
    assert.deepEqual((await judge(repository, 'docs/a.md', { base: 'main' })).tips, ['main']);
  });

  it('stays on the base where its setting names nothing or itself', async () => {
    for (const name of ['nowhere', 'main']) {
      const repository = keep(temporaryRepository());
      repository.write('CLAUDE.md', zoneOf('docs/**', `\n**Base branch:** ${name}\n`));
      repository.commit('Policy');
      assert.deepEqual((await judge(repository, 'docs/a.md')).tips, ['main']);
    }
  });

  it('stays on the trunk where the setting names what is checked out, whatever it is', async () => {
    const origin = keep(temporaryRepository());
    origin.write('CLAUDE.md', zoneOf('docs/**'));
    origin.commit('Policy');
    const repository = keep(origin.clone());
    repository.git('switch', '-q', '--detach');
    repository.commit('Hers');
    for (const name of ['HEAD', '@', repository.git('rev-parse', 'HEAD').trim()]) {
      repository.git('config', 'pmzone.base', name);
      assert.deepEqual((await judge(repository, 'docs/a.md')).tips, ['origin/main'], name);
    }
  });

  it('stays on the trunk where the setting names the branch that is checked out, whatever its name', async () => {
    const origin = keep(temporaryRepository());
    origin.write('CLAUDE.md', zoneOf('docs/**'));
    origin.commit('Policy');
    const repository = keep(origin.clone());
    for (const branch of ['hers', 'next', 'team/main']) {
      repository.git('switch', '-q', '-C', branch, 'origin/main');
      repository.commit(branch);
      repository.git('push', '-q', 'origin', branch);
      for (const name of [branch, `refs/heads/${branch}`, `origin/${branch}`, `refs/remotes/origin/${branch}`]) {
        repository.git('config', 'pmzone.base', name);
        assert.deepEqual((await judge(repository, 'docs/a.md')).tips, ['origin/main'], name);
      }
    }
  });

  it('is not closed by a trunk that was left behind without a policy, and not opened by any other branch', async () => {
    const origin = keep(temporaryRepository());
    origin.write('a.md', 'a');
    origin.commit('Begin');
    origin.git('branch', 'master');
    origin.git('switch', '-q', '-c', 'pm-branch');
    origin.write('CLAUDE.md', zoneOf('**/*.md'));
    origin.commit('Policy of their own');
    origin.git('switch', '-q', 'main');
    const repository = keep(origin.clone());
    repository.git('remote', 'set-head', 'origin', 'pm-branch');
    const opened = await judge(repository, 'a.md');
    assert.equal(opened.standing, 'pair');
    origin.write('CLAUDE.md', zoneOf('**/*.md'));
    origin.commit('Policy');
    repository.git('remote', 'set-head', 'origin', 'main');
    repository.git('fetch', '-q');
    const plain = await judge(repository, 'a.md');
    assert.deepEqual([plain.standing, plain.tips], ['editable', ['origin/main']]);
  });

  it('is not closed by a trunk without a policy either where the remote’s default is a team’s by another name', async () => {
    const origin = keep(temporaryRepository());
    origin.write('a.md', 'a');
    origin.commit('Begin');
    origin.git('branch', 'master');
    origin.git('switch', '-q', '-c', 'preview');
    origin.commit('One', { author: 'Erin <erin@example.com>' });
    origin.write('CLAUDE.md', zoneOf('**/*.md'));
    origin.commit('Policy', { author: 'Sam <sam@example.com>' });
    const repository = keep(origin.clone());
    for (const branch of ['preview', 'mine']) {
      repository.git('switch', '-q', '-C', branch);
      const judged = await judge(repository, 'a.md');
      assert.deepEqual([judged.standing, judged.tips], ['editable', ['origin/preview']], branch);
    }
  });

  it('takes the working copy as a preview where no policy is committed', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('docs/**'));
    repository.write('CODEOWNERS', 'docs/pay @org/pay\n');
    const before = await judge(repository, 'docs/a.md');
    assert.deepEqual([before.standing, before.preview, before.tips], ['editable', true, ['the working copy']]);
    repository.write('other', '');
    repository.git('add', 'other');
    repository.git('commit', '-qm', 'Without policy');
    assert.deepEqual((await judge(repository, 'docs/pay/a.md')).owners, ['@org/pay']);
  });

  it('takes .claude/CLAUDE.md and AGENTS.md where the first has no zone', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', '# Notes\n\nThe PM zone is described elsewhere.\n');
    repository.write('AGENTS.md', zoneOf('docs/**'));
    repository.commit('Agents');
    assert.equal((await judge(repository, 'docs/a.md')).because[0]?.file, 'AGENTS.md');
    repository.write('.claude/CLAUDE.md', zoneOf('docs/*.md'));
    repository.commit('Claude');
    assert.equal((await judge(repository, 'docs/a.md')).because[0]?.file, '.claude/CLAUDE.md');
  });

  it('finds a heading whose words are marked up', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('docs/**').replace('PM zone', '**PM**&nbsp;_zone_'));
    repository.commit('Marked up');
    assert.notEqual((await judge(repository, 'docs/a.md')).because[0]?.text, undefined);
  });

  const closed: readonly (readonly [string, string | Buffer, RegExp])[] = [
    [
      'is not UTF-8',
      Buffer.concat([Buffer.from(zoneOf('docs/**')), Buffer.from([0xff, 0xfe])]),
      /is not text in UTF-8/,
    ],
    ['is over 512 KB', zoneOf('docs/**') + '\nx'.repeat(300_000), /is larger than 512 KB/],
    ['is nested too deep', `${zoneOf('docs/**')}\n${'> '.repeat(5000)}x\n`, /nested too deep/],
    ['is over 4 MB', zoneOf('docs/**') + 'x'.repeat(5 * 2 ** 20), /too large to read/],
  ];
  for (const [what, text, message] of closed) {
    it(`opens nothing where CLAUDE.md ${what}, and says so`, async () => {
      const repository = keep(temporaryRepository());
      repository.write('CLAUDE.md', text);
      repository.commit('Policy');
      const started = processorTime();
      const { standing } = await judge(repository, 'docs/a.md');
      assert.equal(standing, 'pair');
      const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
      zone.close();
      assert.match(zone.policy.tips[0].zone?.problems[0]?.message ?? '', message);
      assert.ok(processorTime() - started < 5000);
    });
  }

  it('locks by the good lines of a CODEOWNERS that is not UTF-8', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('**/*.md'));
    repository.write('CODEOWNERS', Buffer.concat([Buffer.from('pay/ @org/pay\nx'), Buffer.from([0xff, 0x0a])]));
    repository.commit('Policy');
    assert.equal((await judge(repository, 'pay/a.md')).standing, 'locked');
  });

  it('counts a CODEOWNERS over 3 MB as absent, and says so', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('**/*.md'));
    repository.write('CODEOWNERS', 'pay/ @org/pay\n'.repeat(400_000));
    repository.commit('Policy');
    const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
    zone.close();
    const codeowners = zone.policy.tips[0].codeowners;
    assert.deepEqual([codeowners?.rules.length, codeowners?.problems.length], [0, 1]);
  });

  it('reads a skill file as text, and one that is none as absent', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('docs/**'));
    repository.write('.claude/skills/pm-pr-review/SKILL.md', '- [ ] Mine');
    repository.commit('Policy');
    const skill = async (): Promise<string | undefined> => {
      const zone = await openPolicySession({ cwd: repository.root, environment: repository.environment });
      zone.close();
      return zone.policy.tips[0].skill?.text;
    };
    assert.equal(await skill(), '- [ ] Mine');
    repository.write('.claude/skills/pm-pr-review/SKILL.md', Buffer.from([0xff, 0xfe]));
    repository.commit('Broken');
    assert.equal(await skill(), undefined);
  });

  it('refuses a base that names nothing, and a policy that git does not hold', async () => {
    const repository = keep(temporaryRepository());
    repository.write('CLAUDE.md', zoneOf('docs/**'));
    repository.commit('Policy');
    const { root: cwd, environment } = repository;
    await assert.rejects(openPolicySession({ cwd, environment, base: 'nowhere' }), /nowhere names no commit here/);
    const oid = repository.git('rev-parse', 'HEAD:CLAUDE.md');
    repository.remove(`.git/objects/${oid.slice(0, 2)}/${oid.slice(2)}`);
    await assert.rejects(openPolicySession({ cwd, environment }), /Git does not have CLAUDE\.md of main here/);
  });

  it('asks in this order: the command, the setting, git', async () => {
    const repository = keep(temporaryRepository());
    const { root: cwd, environment } = repository;
    const names = async (as?: string): Promise<readonly string[]> => {
      const zone = await openPolicySession({ cwd, environment, ...(as !== undefined && { as }) });
      zone.close();
      return zone.asking.names;
    };
    assert.deepEqual(await names(), ['maya@example.com']);
    repository.git('config', 'pmzone.as', 'setting@example.com');
    assert.deepEqual(await names(), ['setting@example.com']);
    assert.deepEqual(await names('@typed'), ['@typed']);
    repository.git('config', '--unset', 'pmzone.as');
    repository.git('config', '--unset', 'user.email');
    assert.deepEqual(await names(), []);
  });
});

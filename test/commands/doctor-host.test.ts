import assert from 'node:assert/strict';
import { hostPilot, type HostedPilot } from '../ci/hosted-pilot.js';
import { FakeGitlab } from '../hosts/fake-gitlab/fake-gitlab.js';
import { pilotRepository } from '../support/pilot-repository.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';

interface Report {
  readonly problems: readonly object[];
  readonly host?: {
    readonly branch: string;
    readonly page: string;
    readonly lines: readonly { readonly id: string; readonly state: string; readonly said: string }[];
    readonly controls: readonly { readonly id: string; readonly state: string }[];
  };
}

describe('pm-zone doctor --host', () => {
  describe('on GitHub', () => {
    let hosted: HostedPilot;
    before(async () => (hosted = await hostPilot()));
    after(() => hosted.close());
    const doctor = (...args: string[]): Promise<CommandLineResult> =>
      pmZone(hosted.work, ['doctor', ...args], {
        environment: {
          GITHUB_API_URL: hosted.github.server.url,
          GITHUB_REPOSITORY: 'acme/shop',
          GITHUB_TOKEN: 'ghs_jobs0token',
        },
      });

    it('says after the policy what the host holds of it', async () => {
      const { code, stdout } = await doctor('--host');
      assert.equal(code, 1);
      assert.match(stdout, /^Judged: CLAUDE\.md of origin\/main at [0-9a-f]{12}\n/u);
      assert.match(stdout, /\nWhat GitHub holds on main of http\S+\/acme\/shop, as this token could read it:\n/u);
      assert.match(
        stdout,
        /\n {2}✗ not set +“pm-zone \(main\) has to be green”: No check is required: a red gate stops nobody\.\n/u,
      );
      assert.match(stdout, /\n {2}✓ enforced by the host {2}“@erin, who signs off or reviews, has an account/u);
      assert.match(
        stdout,
        /\n {2}\? could not be read +“No job of GitHub Actions approves a pull request”: .*administration/u,
      );
      assert.match(stdout, /\n {2}· guidance only +“The disclosure of AI”: /u);
      assert.doesNotMatch(stdout, /ghs_jobs0token/u);
      assert.deepEqual(hosted.github.faults, []);
    });

    it('does so as JSON, and asks nothing without the option', async () => {
      const { json } = await doctor('--host', '--format', 'json');
      const [{ host } = {}] = json as Report[];
      assert.deepEqual([host?.branch, host?.controls.length], ['main', 8]);
      assert.equal(host?.lines.find(({ id }) => id === 'pm @maya')?.state, 'enforced');
      const before = hosted.github.server.seen.length;
      const [without] = (await doctor('--format', 'json')).json as Report[];
      assert.equal(without?.host, undefined);
      assert.equal(hosted.github.server.seen.length, before);
    });

    it('says of every line that nothing could be read, and why once where many have one reason', async () => {
      const fault = { status: 200, body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } };
      hosted.github.server.fault = () => () => fault;
      const { code, stdout } = await doctor('--host');
      hosted.github.server.fault = () => undefined;
      assert.equal(code, 1);
      assert.doesNotMatch(stdout, /✓/u);
      assert.match(
        stdout,
        /\? could not be read +(?:“[^”]+”, )*“Code owners approve what they own”.*: The rules of the branch: .*something that is not JSON/u,
      );
    });
  });

  it('wants a host and a token that are known', async () => {
    const repository = pilotRepository();
    const noHost = await pmZone(repository, ['doctor', '--host']);
    assert.equal(noHost.code, 2);
    assert.match(noHost.stderr, /neither on GitHub nor on GitLab, so PM Zone cannot ask what is enforced there\./u);
    repository.git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
    const noToken = await pmZone(repository, ['doctor', '--host']);
    assert.deepEqual([noToken.code, noToken.stdout], [2, '']);
    assert.match(noToken.stderr, /There is no token to ask github\.com with\. Set GH_TOKEN/u);
    const environment = { GITHUB_API_URL: 'https://x.example', GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: 'x' };
    const bad = await pmZone(repository, ['doctor', '--host'], { environment });
    assert.deepEqual([bad.code, /The token is not one/u.test(bad.stderr)], [2, true]);
    repository.remove();
  });

  it('asks GitLab as far as that tells', async () => {
    const gitlab = new FakeGitlab();
    const [maya, erin, paul] = ['maya', 'erin', 'paul'].map((name) => gitlab.addUser(name).id);
    gitlab.tokens.set('glpat-0123456789abcdefTEST', gitlab.addUser('reader'));
    gitlab.members.set(maya as number, 30).set(erin as number, 50);
    gitlab.members.set(paul as number, 20);
    gitlab.groups.set('org/home', []);
    gitlab.branches.set('main', { id: '1'.repeat(40), protected: true });
    gitlab.protections.set('main', {
      push_access_levels: [{ access_level_description: 'No one' }],
      allow_force_push: false,
      code_owner_approval_required: true,
    });
    gitlab.approvals = {
      reset_approvals_on_push: true,
      merge_requests_author_approval: false,
      merge_requests_disable_committers_approval: true,
    };
    gitlab.approvalRules = [{ approvals_required: 1 }];
    gitlab.checks = [{ id: 3, name: 'pm-zone', protected_branches: [] }];
    await gitlab.server.start();
    const repository = pilotRepository();
    try {
      const environment = {
        CI_API_V4_URL: `${gitlab.server.url}/api/v4`,
        CI_PROJECT_PATH: 'acme/web/shop',
        GITLAB_TOKEN: 'glpat-0123456789abcdefTEST',
      };
      const ask = async (): Promise<Readonly<Record<string, string>>> => {
        const { json, stderr } = await pmZone(repository, ['doctor', '--host', '--format', 'json'], { environment });
        const [{ host } = {}] = json as Report[];
        assert(host !== undefined, stderr);
        assert.match(host.page, /\/acme\/web\/shop$/u);
        return Object.fromEntries(host.lines.map(({ id, state, said }) => [id, `${state}: ${said}`]));
      };
      const whole = await ask();
      const misplaced = pilotRepository({ files: { '.github/CODEOWNERS': '* @org/all\n' } });
      const { stdout } = await pmZone(misplaced, ['doctor', '--host'], { environment });
      misplaced.remove();
      assert.match(stdout, /“Protected paths and data”: .*No line of CODEOWNERS backs CLAUDE\.md:\d+/u);
      assert.equal(whole['required-status'], 'enforced: pm-zone is required.');
      assert.equal(
        whole['status-source'],
        'not-set: It is the external status check 3, which GitLab lets every Developer answer by a token of their own.',
      );
      assert.equal(
        whole['author-alone'],
        'enforced: Authors do not approve their own, and what is pushed later needs another.',
      );
      assert.match(whole['codeowners-errors'] ?? '', /^unread: The errors of CODEOWNERS: GitLab does not tell them/u);
      assert.equal(whole['approver @erin'], 'enforced: Their role is “admin”.');
      assert.match(whole['approver @paul'] ?? '', /^not-set: Their role is “triage”/u);
      assert.match(whole['approver @org/home'] ?? '', /^not-set: Nobody is in it\.$/u);
      gitlab.approvals = { reset_approvals_on_push: true, merge_requests_author_approval: true };
      gitlab.checks = [];
      gitlab.protections.set('main', {
        push_access_levels: [{ access_level_description: 'Developers + Maintainers' }],
        allow_force_push: false,
      });
      const weak = await ask();
      assert.match(weak['required-status'] ?? '', /^unread: The whole pipeline has to succeed\./u);
      assert.match(weak['status-source'] ?? '', /^not-set: Anyone who may push can post it/u);
      assert.match(weak['author-alone'] ?? '', /Authors may approve their own\.$/u);
      assert.equal(weak['bypass'], 'not-set: It may: Developers + Maintainers. Among them: @maya.');
      gitlab.approvals = undefined;
      gitlab.protections.set('main', {
        push_access_levels: [{ access_level_description: 'Ann Example' }],
        allow_force_push: false,
      });
      const open = await ask();
      assert.match(
        open['stale-approvals'] ?? '',
        /^unread: The approval settings \(a role of Maintainer, and a paid plan\)/u,
      );
      assert.match(
        open['bypass'] ?? '',
        /^unread: It may: Ann Example\. It is not known whether @maya is of “Ann Example”/u,
      );
      assert.deepEqual(gitlab.faults, []);
    } finally {
      await gitlab.server.stop();
      repository.remove();
    }
  });
});

import assert from 'node:assert/strict';
import type { FakeMember, FakeMergeRequest } from '../hosts/fake-gitlab/fake-gitlab.js';
import { appendixA, pilotRepository, plan, roster } from '../support/pilot-repository.js';
import { hostGitlab, type HostedGitlab } from './hosted-gitlab.js';

export interface Attack {
  readonly title: string;
  readonly by?: 'maya' | 'erin' | 'stranger';
  /** What is on the branch before it is committed; a plan that is ready but for its approvals unless another is given. */
  readonly write?: (hosted: HostedGitlab) => void;
  /** What is done besides, once it is open. */
  readonly then?: (hosted: HostedGitlab, merge: FakeMergeRequest) => void;
  /** What a job is given besides. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What stands at its head. */
  readonly says: RegExp | undefined;
}

export const locked = ({ work }: HostedGitlab): void => work.write('src/auth/login.ts', 'export const login = 2;\n');
const planned = ({ work }: HostedGitlab): void => work.write('src/home/PLANNING.md', plan);
export const approved = (hosted: HostedGitlab, merge: FakeMergeRequest): void =>
  hosted.approve(merge, hosted.people.erin, hosted.people.paul);
export const waits = /^failed: Waits for .*@erin/;
export const notReady = /^failed: Not ready: \d+ points? to mend/;
export const stranger = /^failed: Not ready: Nobody says who @stranger is\./;
export const unknown = /^failed: Waits for whoever set the gate up: 1 item/;
export const notJudged = /^failed: The policy has an error/;
export const note = (hosted: HostedGitlab, author: FakeMember, body: string, system = false) => {
  const at = hosted.tick();
  return { id: 1, body, author, created_at: at, updated_at: at, system };
};
export const pushOne = (hosted: HostedGitlab, merge: FakeMergeRequest, by: FakeMember): void => {
  hosted.work.commit('One more', { author: 'Erin <erin@example.com>' });
  hosted.push(merge, by, true);
};
/** Erin as she would be for GitLab to say so. */
export const rename = ({ gitlab, people }: HostedGitlab, username: string): void => {
  gitlab.users.delete('erin');
  Object.assign(people.erin, { username });
  gitlab.users.set(username.toLowerCase(), people.erin);
};

/** A test for each: what stands at the head once the gate has run. */
export function tryAttacks(attacks: readonly Attack[]): void {
  let hosted: HostedGitlab;
  beforeEach(async () => {
    hosted = await hostGitlab(pilotRepository({ policy: `${appendixA}${roster}\n**Engineers:** @erin\n` }));
  });
  afterEach(async () => {
    assert.deepEqual(hosted.gitlab.faults, []);
    await hosted.close();
  });

  for (const { title, by = 'maya', write = planned, then, variables, says } of attacks) {
    it(title, async () => {
      write(hosted);
      const merge = hosted.open(7, hosted.people[by]);
      then?.(hosted, merge);
      const { log } = await hosted.run(variables);
      const status = hosted.status(merge.sha);
      if (says === undefined) assert.equal(status, undefined, log);
      else assert.match(status ?? '', says, log);
    });
  }
}

import { plan } from '../support/pilot-repository.js';
import {
  approved,
  locked,
  note,
  notJudged,
  notReady,
  pushOne,
  rename,
  stranger,
  waits,
  tryAttacks,
} from './gitlab-attack.js';

describe('attacks by approvals on the gate of a GitLab', () => {
  tryAttacks([
    { title: 'what is locked, with every approval', write: locked, then: approved, says: notReady },
    { title: 'an account that nobody named', by: 'stranger', write: locked, then: approved, says: stranger },
    {
      title: 'approvals by the author and by a colleague, none by who is asked',
      then: (hosted, merge) => hosted.approve(merge, hosted.people.maya, hosted.people.stranger),
      says: waits,
    },
    {
      title: 'an approval by the DRI who opened it for the PM',
      by: 'erin',
      then: (hosted, merge) => {
        pushOne(hosted, merge, hosted.people.maya);
        approved(hosted, merge);
      },
      says: waits,
    },
    {
      title: 'an approval by the DRI who pushed a part of it',
      then: (hosted, merge) => {
        hosted.work.write('src/home/PLANNING.md', `${plan}\nMore.\n`);
        pushOne(hosted, merge, hosted.people.erin);
        approved(hosted, merge);
      },
      says: waits,
    },
    {
      title:
        'an approval by a DRI whose account is called like a bot now, so that the handle of the policy is nobody’s',
      then: (hosted, merge) => {
        rename(hosted, 'project_7_bot_erin');
        hosted.approve(merge, hosted.people.erin, hosted.people.paul);
      },
      says: notJudged,
    },
    {
      title: 'an approval by a DRI who is a guest now',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.gitlab.members.set(hosted.people.erin.id, 10);
      },
      says: waits,
    },
    {
      title: 'an approval by a DRI who left the project',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.gitlab.members.delete(hosted.people.erin.id);
      },
      says: waits,
    },
    {
      title: 'an approval by a DRI whose account is blocked',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.gitlab.blocked.add(hosted.people.erin.id);
      },
      says: waits,
    },
    {
      title: 'an approval by a DRI whose membership waits to be granted',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.gitlab.awaiting.add(hosted.people.erin.id);
      },
      says: waits,
    },
    {
      title: 'an approval whose account was deleted since',
      then: (hosted, merge) => {
        approved(hosted, merge);
        merge.approved_by = merge.approved_by.map((each, at) => (at === 0 ? { ...each, user: null } : each));
      },
      says: waits,
    },
    {
      title: 'a renamed DRI, whose handle another took',
      then: (hosted, merge) => {
        rename(hosted, 'erin-2');
        const taker = hosted.gitlab.addUser('erin');
        Object.assign(hosted.people.stranger, { username: 'mallory' });
        hosted.gitlab.members.set(taker.id, 10);
        hosted.approve(merge, taker, hosted.people.paul);
      },
      says: waits,
    },
    {
      title: 'a DRI’s handle that leads to nobody any more',
      then: (hosted, merge) => {
        approved(hosted, merge);
        rename(hosted, 'erin-2');
      },
      says: notJudged,
    },
    {
      title: 'an approval that is older than the commit it is shown beside',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.work.write('src/home/PLANNING.md', `${plan}\nMore.\n`);
        pushOne(hosted, merge, hosted.people.maya);
      },
      says: waits,
    },
    {
      title: 'approvals that the project keeps over pushes',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.gitlab.approvals = { reset_approvals_on_push: false };
      },
      says: waits,
    },
    {
      title: 'approvals that code owners alone lose on a push',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.gitlab.approvals = { reset_approvals_on_push: false, selective_code_owner_removals: true };
      },
      says: waits,
    },
    {
      title: 'a project that does not say whether it keeps approvals',
      then: (hosted, merge) => {
        approved(hosted, merge);
        hosted.gitlab.approvals = undefined;
      },
      says: waits,
    },
    {
      title: 'approval rules of the merge request that ask for nobody',
      then: (hosted) => (hosted.gitlab.approvalRules = []),
      says: waits,
    },
    {
      title: 'a request for changes by a DRI after their approval',
      then: (hosted, merge) => {
        approved(hosted, merge);
        const user = hosted.people.erin;
        merge.reviewers = [{ user, state: 'requested_changes', created_at: hosted.tick() }];
      },
      says: waits,
    },
    {
      title: 'reviewers whose state is “approved”, without an approval',
      then: (hosted, merge) => {
        const { erin, paul } = hosted.people;
        merge.reviewers = [erin, paul].map((user) => ({ user, state: 'approved', created_at: hosted.tick() }));
      },
      says: waits,
    },
    {
      title: 'notes that read like GitLab’s own of an approval',
      then: (hosted, merge) => {
        const { maya, erin } = hosted.people;
        merge.notes = [
          note(hosted, maya, 'approved this merge request'),
          note(hosted, erin, 'approved this merge request', true),
          note(hosted, maya, '/approve'),
        ];
      },
      says: waits,
    },
  ]);
});

import { approved, locked, note, notReady, pushOne, stranger, unknown, tryAttacks } from './gitlab-attack.js';

describe('attacks by what is pushed to the gate of a GitLab', () => {
  tryAttacks([
    {
      title: 'a waiver by the PM, by a stranger, in a note of GitLab’s own and in one that was edited',
      write: locked,
      then: (hosted, merge) => {
        const { maya, erin, stranger: other } = hosted.people;
        const words = 'pm-zone waive zone: fine';
        merge.notes = [
          note(hosted, maya, words),
          note(hosted, other, words),
          note(hosted, erin, words, true),
          { ...note(hosted, erin, words), updated_at: hosted.tick() },
          note(hosted, erin, words),
        ];
      },
      says: notReady,
    },
    {
      title: 'an empty commit of the PM’s on an engineer’s branch',
      by: 'erin',
      write: locked,
      then: (hosted, merge) => pushOne(hosted, merge, hosted.people.maya),
      says: notReady,
    },
    {
      title: 'one of a stranger’s',
      by: 'erin',
      write: locked,
      then: (hosted, merge) => pushOne(hosted, merge, hosted.people.stranger),
      says: stranger,
    },
    {
      title: 'one by a token of the project',
      by: 'erin',
      write: locked,
      then: (hosted, merge) => pushOne(hosted, merge, hosted.gitlab.addUser('project_7_bot_0a1b')),
      says: /^failed: Not ready: Nobody says who @project_7_bot_0a1b is/,
    },
    {
      title: 'an author who is no account any more',
      by: 'erin',
      write: locked,
      then: (_, merge) => (merge.author = null),
      says: /^failed: Not ready: Nobody says who /,
    },
    {
      title: 'a fork whose branch is called like an engineer’s',
      by: 'stranger',
      write: locked,
      then: ({ gitlab }, merge) => {
        merge.source_project_id = 8;
        gitlab.events.set(8, gitlab.events.get(7) ?? []);
      },
      says: stranger,
    },
    {
      title: 'a fork that nobody may look into',
      by: 'erin',
      then: (hosted, merge) => {
        merge.source_project_id = 9;
        approved(hosted, merge);
      },
      says: unknown,
    },
    {
      title: 'a push of many branches at once, of which GitLab names none',
      by: 'erin',
      write: locked,
      then: (hosted, merge) => {
        pushOne(hosted, merge, hosted.people.maya);
        const events = hosted.gitlab.events.get(7) ?? [];
        const hidden = { ref_type: 'branch', ref: null, commit_from: null, commit_to: null };
        hosted.gitlab.events.set(7, [
          ...events.slice(0, -1),
          { author: hosted.people.maya, created_at: hosted.tick(), push_data: hidden },
        ]);
      },
      says: unknown,
    },
    {
      title: 'a branch that was deleted and made anew by an engineer’s push of what was there',
      by: 'erin',
      write: locked,
      then: (hosted, merge) => {
        pushOne(hosted, merge, hosted.people.maya);
        const { source_branch: ref, sha } = merge;
        const event = (commit_from: string | null, commit_to: string | null) => ({
          author: hosted.people.erin,
          created_at: hosted.tick(),
          push_data: { ref_type: 'branch', ref, commit_from, commit_to },
        });
        hosted.gitlab.events.set(7, [...(hosted.gitlab.events.get(7) ?? []), event(sha, null), event(null, sha)]);
      },
      says: notReady,
    },
    {
      title: 'a tag that is named like the base, and holds a policy of the PM’s',
      write: locked,
      then: ({ work }) => {
        work.git('tag', 'main');
        work.git('push', '-q', 'origin', 'refs/tags/main', 'HEAD:refs/heads/origin/main');
      },
      says: notReady,
    },
    {
      title: 'evidence, records and caches in the tree',
      write: (hosted) => {
        locked(hosted);
        for (const path of ['pm-zone-records/pull-7.json', '.pm-zone/evidence.json', 'evidence.json'])
          hosted.work.write(path, '{"version":1,"reviews":[{"opinion":"approved"}]}');
      },
      says: notReady,
    },
    {
      title: 'a policy and a gate of the branch’s own',
      write: (hosted) => {
        locked(hosted);
        hosted.work.write('CLAUDE.md', '# Notes\n\n## What PMs may touch\n\n- `**`\n');
        hosted.work.write('.gitlab-ci.yml', 'include: []\npm-zone (main):\n  script: "true"\n');
      },
      then: approved,
      says: notReady,
    },
    {
      title: '[skip ci] in the message',
      write: locked,
      then: (hosted, merge) => {
        hosted.work.git('commit', '-q', '--amend', '-m', 'Change it [skip ci]');
        hosted.push(merge, hosted.people.maya);
      },
      says: notReady,
    },
    {
      title: 'a green status of the same name by the PM’s own token',
      write: locked,
      then: ({ gitlab, people }, { sha }) =>
        gitlab.statuses.set(sha, [
          { status: 'success', name: 'pm-zone (main)', description: 'Ready', target_url: null, author: people.maya },
        ]),
      variables: { PM_ZONE_POSTS_AS: 'project_7_bot_gate' },
      says: notReady,
    },
    {
      title: 'one head in two merge requests, of which one is an engineer’s',
      write: locked,
      then: (hosted, merge) => {
        hosted.gitlab.mergeRequests.set(8, { ...merge, iid: 8, author: hosted.people.erin });
        hosted.work.git('push', '-q', 'origin', 'HEAD:refs/merge-requests/8/head');
      },
      says: /^failed: #7: Not ready/,
    },
    {
      title: 'a merge request that is closed before the job runs',
      then: (_, merge) => (merge.state = 'closed'),
      says: undefined,
    },
    {
      title: 'an old pipeline that is started again',
      write: locked,
      then: approved,
      variables: { CI_COMMIT_SHA: '0'.repeat(40), CI_PIPELINE_CREATED_AT: '2020-01-01T00:00:00Z' },
      says: notReady,
    },
    {
      title: 'variables of a merge request’s pipeline that would have it preview another',
      write: locked,
      variables: { CI_MERGE_REQUEST_IID: '99', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'sandbox' },
      says: notReady,
    },
    {
      title: 'variables of git that would fetch from elsewhere',
      write: locked,
      variables: { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'url.file:///tmp/.insteadOf', GIT_CONFIG_VALUE_0: 'http' },
      says: notReady,
    },
  ]);
});

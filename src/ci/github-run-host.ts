import * as z from 'zod/mini';
import { orThrow } from '../hosts/host-error.js';
import type { GithubHost } from '../hosts/open-github.js';
import { postGithubError } from '../hosts/post-github-error.js';
import { postGithubStatus, readGithubStatus } from '../hosts/post-github-status.js';
import type { RunParts } from './run-gate.js';

export interface GithubRun {
  /** `owner/name` */
  readonly repository: string;
  /** The login that the token posts as, where it is known. */
  readonly poster: string | undefined;
  readonly page: string | undefined;
}

const pulls = z.array(
  z.object({ number: z.int(), head: z.object({ sha: z.string() }), base: z.object({ ref: z.string() }) }),
);
const queueQuery =
  'query($owner:String!,$name:String!,$branch:String!){repository(owner:$owner,name:$name){mergeQueue(branch:$branch)' +
  '{entries(first:100){nodes{position headCommit{oid} pullRequest{number}}}}}}';
const entry = z.object({
  position: z.int(),
  headCommit: z.nullable(z.object({ oid: z.string() })),
  pullRequest: z.nullable(z.object({ number: z.int() })),
});
const queue = z.object({
  data: z.object({
    repository: z.object({
      mergeQueue: z.nullable(z.object({ entries: z.object({ nodes: z.array(z.nullable(entry)) }) })),
    }),
  }),
});

/** GitHub, as far as a run of the gate asks it. Its methods reject with a `HostError`. */
export function openGithubRun(host: GithubHost, { repository, poster, page }: GithubRun): RunParts['host'] {
  const [owner = '', name = ''] = repository.split('/');
  const path = `/repos/${owner}/${name}`;
  return {
    pullRef: (number) => `refs/pull/${number}/head`,
    async openPullRequests() {
      const all = await host.api.list(`${path}/pulls?state=open`, pulls);
      return all.map(({ number, head, base }) => ({ number, commit: head.sha, base: base.ref }));
    },
    async queued({ commit, base }) {
      const variables = { owner, name, branch: base };
      const { data } = await host.api.query({ query: queueQuery, variables }, queue);
      const entries = data.repository.mergeQueue?.entries.nodes ?? [];
      const last = entries.find((each) => each?.headCommit?.oid === commit);
      // A group holds what stands before it in the queue too, and an entry that is not told may.
      const group = entries.filter((each) => each === null || (last && each.position <= last.position));
      const inOrder = group.toSorted((one, other) => (one?.position ?? 0) - (other?.position ?? 0));
      const numbers = inOrder.flatMap((each) => each?.pullRequest?.number ?? []);
      return last === undefined || numbers.length < group.length ? [] : numbers;
    },
    async said({ commit, base }) {
      host.api.renew();
      return orThrow(await readGithubStatus(host, { repository, commit, base }))?.id;
    },
    async post({ commit, base, outcome, description }) {
      const status = { repository, commit, base, description, ...(page === undefined ? {} : { page }) };
      if (outcome === 'not-run') orThrow(await postGithubError(host, status));
      else orThrow(await postGithubStatus(host, { ...status, outcome }, poster));
    },
  };
}

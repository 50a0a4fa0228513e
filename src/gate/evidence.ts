import * as z from 'zod/mini';

/** No list of a real pull request is longer; what is has been made so. */
const most = 5000;
const text = z.string().check(z.maxLength(2000));
const commitId = z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
const time = z.iso.datetime({ offset: true });
const list = <T extends z.core.$ZodType>(item: T): z.ZodMiniArray<T> => z.array(item).check(z.maxLength(most));

const account = z
  .strictObject({
    id: z
      .string()
      .check(
        z.regex(/^[0-9A-Za-z_=-]{1,64}$/),
        z.describe("The host's own number of the account, which no rename changes and nobody can take over."),
      ),
    handle: z.string().check(z.regex(/^[^\s@/]{1,255}$/u), z.describe('The name of the account now, without its @.')),
    kind: z.enum(['person', 'bot']),
  })
  .check(z.describe('An account as the host knows it.'));

const anyone = z.nullable(account).check(z.describe('An account; null where it is deleted, or the host knows none.'));

const review = z
  .strictObject({
    id: text,
    by: anyone,
    opinion: z
      .enum(['approved', 'changes-requested', 'commented', 'dismissed'])
      .check(
        z.describe('The latest one of each account counts, by its time; what was said and taken back is dismissed.'),
      ),
    commit: z
      .nullable(commitId)
      .check(z.describe('The commit that it is about; null where the host binds no approval to a commit.')),
    at: time,
    canWrite: z
      .nullable(z.boolean())
      .check(z.describe('Whether the account may write to the repository; null where the host did not say.')),
    waives: list(z.strictObject({ finding: text, reason: text.check(z.regex(/\S/)) })).check(
      z.describe('Findings that it calls false alarms, by the names that pm-zone review gives them.'),
    ),
  })
  .check(z.describe('What a person says of a commit, or of the whole pull request.'));

const place = z.strictObject({
  ref: text.check(z.describe('The name of the branch, such as main.')),
  commit: commitId.check(
    z.describe(
      'Its tip when it was read. For another base or head than the one that is judged the document is refused.',
    ),
  ),
});

/** What a host says of one pull request (design §9, "Evidence"), whoever read it. Unknown parts are refused, never skipped. */
export const evidenceSchema = z.strictObject({
  version: z.literal(1),
  host: z
    .strictObject({ kind: z.enum(['github', 'gitlab', 'other']), url: text, repository: text })
    .check(z.describe('Whose word this is: the numbers of accounts are those of url.')),
  readAt: time.check(z.describe('When the host was asked.')),
  pullRequest: z.strictObject({
    number: z.int().check(z.positive()),
    author: anyone,
    base: place,
    head: z
      .extend(place, { repository: text })
      .check(z.describe("repository differs from the host's own where the branch lies in a fork.")),
    retargetedAt: z
      .nullable(time)
      .check(
        z.describe(
          'When it was last sent to another base; null if never. What was approved before was another change.',
        ),
      ),
  }),
  sameHead: list(z.strictObject({ number: z.int().check(z.positive()), base: text })).check(
    z.describe(
      'Other open pull requests of the same head commit: a status belongs to the commit, and so to them as well.',
    ),
  ),
  commits: list(z.strictObject({ commit: commitId, author: anyone, committer: anyone })).check(
    z.describe('Whom the host takes the commits between base and head to be by.'),
  ),
  pushes: z
    .nullable(
      list(
        z
          .strictObject({ by: anyone, before: z.nullable(commitId), after: commitId, at: time })
          .check(
            z.describe('From which commit the branch went to which; before is null where the branch came into being.'),
          ),
      ),
    )
    .check(z.describe('Who pushed to the branch, oldest first; null where the host did not let us read it.')),
  reviews: list(review).check(z.describe('Every review, oldest first.')),
  approvals: z
    .enum(['name-commit', 'reset-on-push', 'outlive-push'])
    .check(
      z.describe(
        'What the host does with an approval when somebody pushes: it names the commit, it is taken back, or neither.',
      ),
    ),
  handles: list(z.strictObject({ handle: text, account: anyone })).check(
    z.describe('The handles that the policy names, each with the account that has it now.'),
  ),
  teams: list(z.strictObject({ team: text, members: z.nullable(list(account)) })).check(
    z.describe('The teams that the policy names; members is null where they could not be read.'),
  ),
  plans: list(
    z.strictObject({
      path: text,
      pullRequest: z.nullable(
        z.strictObject({
          number: z.int().check(z.positive()),
          author: anyone,
          head: commitId.check(z.describe('The head that was merged.')),
          pushers: z.nullable(list(account)),
          reviews: list(review),
        }),
      ),
    }),
  ).check(
    z.describe(
      'For each planning doc that is asked for: the pull request that brought it to the base as it is there, null where none did.',
    ),
  ),
  unread: list(
    z.strictObject({
      part: text.check(
        z.describe(
          'pushes, commits, a handle or team as the policy writes it, "write access of @handle", "waivers …", "the pull request that brought PATH", "who pushed to …". A part of any other name is an item of its own that waits.',
        ),
      ),
      why: text.check(z.describe('A sentence for people.')),
    }),
  ).check(z.describe('What the host did not let us read, in plain words: each leaves open what hangs on it.')),
});

export type Evidence = z.infer<typeof evidenceSchema>;
export type Account = z.infer<typeof account>;
export type HostReview = z.infer<typeof review>;

/** What the policy and the change make worth asking a host. Handles and teams as the policy writes them, with their `@`. */
export interface EvidenceRequest {
  readonly handles: readonly string[];
  readonly teams: readonly string[];
  /** Planning docs on the base, each with the base's commit that last changed it. */
  readonly plans: readonly { readonly path: string; readonly commit: string }[];
}

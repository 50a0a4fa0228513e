import assert from 'node:assert/strict';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { describeOpened } from '../../src/opening/describe-opened.js';
import { editorFace, inTerminal } from '../../src/opening/opening-face.js';
import { wrapPart } from '../../src/pull-request/body/generated-parts.js';
import type { PullRequestDraft } from '../../src/pull-request/draft-pull-request.js';
import { comingPicture } from '../../src/pull-request/picture-lines.js';
import { startHeldGitlab, type HeldGitlab } from './held-gitlab-opening.js';
import { draftOf, startHeldOpening, type Seen } from './held-opening.js';
import { createPictures, keepPicture, pictureBytes } from './pictures.js';

/** A draft in which pictures are to come, as the command line or the editor makes it. */
function drafted(names: readonly string[], state = 'now'): PullRequestDraft {
  const lines = names.map((name, at) => comingPicture({ alt: `Home ${at}`, name }));
  const text = ['A clearer home,', `${state}.`].join(' ');
  const whole = [text, ...lines].join('\n\n');
  return draftOf(state, {
    reviewers: ['@erin'],
    body: `${wrapPart('main', `## What\n\n${whole}`)}\n`,
    parts: [{ id: 'summary', heading: 'What', text: whole }],
  });
}

function openedOf(seen: Seen): Extract<Seen, { opened: unknown }>['opened'] {
  assert('opened' in seen, JSON.stringify(seen));
  return seen.opened;
}

describe('a pull request with pictures', () => {
  let folder: ReturnType<typeof createPictures>;
  let names: readonly string[];
  beforeEach(async () => {
    folder = createPictures();
    names = [
      await keepPicture(folder, pictureBytes('png', 'before'), 'Before.png'),
      await keepPicture(folder, pictureBytes('gif', 'after'), 'After.gif'),
    ];
  });
  afterEach(() => folder.remove());

  describe('on GitLab', () => {
    let held: HeldGitlab;
    beforeEach(async () => {
      held = await startHeldGitlab();
      held.reset(false);
    });
    afterEach(async () => {
      await held.server.stop();
      assert.deepEqual(held.faults, []);
    });
    const open = (draft: PullRequestDraft): Promise<Seen> => held.open({ draft, pictures: folder });
    const sent = (): number => held.server.seen.filter(({ url }) => url.pathname.endsWith('/uploads')).length;

    it('has them where they belong, each sent once, whatever run comes after', async () => {
      const { unfinished, notes, picturesLeft } = openedOf(await open(drafted(names)));
      assert.deepEqual([unfinished, notes, picturesLeft], [[], [], undefined]);
      const [merge] = held.merges();
      const [first, second] = [...held.gitlab.uploads];
      assert.deepEqual(first?.[1], { name: names[0], type: 'image/png', bytes: pictureBytes('png', 'before') });
      assert.deepEqual(second?.[1].type, 'image/gif');
      assert.match(
        merge?.description ?? '',
        /A clearer home, now\.\n\n!\[Home 0\]\(\/uploads\/0{32}\/before-[0-9a-f]{12}\.png\)\n\n!\[Home 1\]\(\/uploads\/0{31}1\/after-/,
      );
      const before = merge?.description;
      assert.equal(openedOf(await open(drafted([]))).outcome, 'unchanged');
      assert.equal(openedOf(await open(drafted(names))).outcome, 'unchanged');
      assert.equal(merge?.description, before);
      assert.equal(sent(), 2);
      assert.equal(openedOf(await open(drafted([], 'later'))).outcome, 'renewed');
      assert.match(merge?.description ?? '', /A clearer home, later\.\n\n!\[Home 0\]\(\/uploads\//);
      assert.equal(sent(), 2);
    });

    it('gets one more on a later run, beside what people wrote', async () => {
      await open(drafted([]));
      const [merge] = held.merges();
      assert(merge !== undefined);
      merge.description = `Mind the German.\n\n${merge.description}`;
      openedOf(await open(drafted(names.slice(0, 1))));
      assert.match(
        merge.description,
        /^Mind the German\.\n\n<!-- pm-zone:begin main -->[^]*now\.\n\n!\[Home 0\]\(\/uploads\//,
      );
      assert.equal(sent(), 1);
    });

    it('says in its place what did not come through, and sends it the next time', async () => {
      held.server.fault = (_, { url }) =>
        url.pathname.endsWith('/uploads') ? () => ({ status: 413, body: {} }) : undefined;
      const { unfinished } = openedOf(await open(drafted(names.slice(0, 1))));
      assert.deepEqual(unfinished.length, 1);
      assert.match(unfinished[0] ?? '', /^The picture before-[0-9a-f]{12}\.png is not in the description yet\. /);
      const [merge] = held.merges();
      assert.match(merge?.description ?? '', /\*The author adds a picture here: Home 0 \(before-/);
      held.server.fault = () => undefined;
      // Also where the next run is not told of it again.
      assert.deepEqual(openedOf(await open(drafted([]))).unfinished, []);
      assert.match(merge?.description ?? '', /now\.\n\n!\[Home 0\]\(\/uploads\//);
    });

    it('names what is more than goes at a time, to the PM and in the description, and sends it the next time', async () => {
      const many: string[] = [];
      for (let at = 0; at < 22; at++) many.push(await keepPicture(folder, pictureBytes('png', `${at}`), `${at}.png`));
      const one = openedOf(await open(drafted([...many.slice(0, 20), names[0] as string])));
      assert.match(
        one.unfinished.join(),
        /^20 pictures are sent at a time, so this one is not in the description yet: /,
      );
      held.reset(false);
      rmSync(join(folder.path, 'sent.json'));
      held.server.seen.length = 0;
      const { unfinished } = openedOf(await open(drafted(many)));
      assert.deepEqual(unfinished, [
        `20 pictures are sent at a time, so these 2 are not in the description yet: ${many[20]}, ${many[21]}.`,
      ]);
      const [merge] = held.merges();
      assert.match(
        merge?.description ?? '',
        /## Still to be set or asked for by hand[^#]*- Picture `20-[0-9a-f]{12}\.png`: 20 pictures are sent at a time, and this is one more\n- Picture `21-/,
      );
      assert.equal(sent(), 20);
      assert.deepEqual(openedOf(await open(drafted(many))).unfinished, []);
      assert.equal(sent(), 22);
      assert.doesNotMatch(merge?.description ?? '', /author adds a picture|at a time/);
      assert.equal(merge?.description.match(/\]\(\/uploads\//g)?.length, 22);
    });

    it('says so where GitLab does not let them in, and where one is gone', async () => {
      held.gitlab.tokens.set(held.secret, { account: held.maya, scope: 'api', isMember: false });
      rmSync(join(folder.path, names[1] as string));
      const { unfinished, notes } = openedOf(await open(drafted(names)));
      assert.match(unfinished.join(), /before-[^]*GitLab does not let your sign-in do this here\./);
      assert.deepEqual(notes, [
        `The picture ${names[1] ?? ''} is not on this computer, so it was not sent. Put it into the description on its page, or add it again.`,
      ]);
      assert.match(held.merges()[0]?.description ?? '', /Home 0[^]*Home 1/);
    });

    it('takes no address that GitLab’s uploads do not have', async () => {
      held.server.fault = (_, { url }) =>
        url.pathname.endsWith('/uploads')
          ? () => ({ status: 201, body: { url: 'https://evil.example/x.png' } })
          : undefined;
      const { unfinished } = openedOf(await open(drafted(names.slice(0, 1))));
      assert.equal(unfinished.length, 1);
      assert.doesNotMatch(held.merges()[0]?.description ?? '', /evil/);
    });
  });

  it('names on GitHub what the PM puts in on its page, as long as it is not there', async () => {
    const held = await startHeldOpening();
    held.reset(false);
    const open = (draft: PullRequestDraft): Promise<Seen> => held.open({ draft, pictures: folder });
    const opened = openedOf(await open(drafted(names)));
    assert.deepEqual(opened.picturesLeft, { names, folder: folder.path });
    const inTerm = describeOpened(opened, {}, inTerminal);
    assert.ok(
      inTerm.left.includes(
        `GitHub takes pictures on its page alone: edit the pull request’s description there, drop ${names.join(', ')} into it, and take out the lines that name them. They lie in ${folder.path}.`,
      ),
      inTerm.left.join('\n'),
    );
    const again = openedOf(await open(drafted([])));
    assert.deepEqual(again.picturesLeft?.names, names);
    const [pull] = held.pulls();
    assert(pull !== undefined);
    pull.body = pull.body.replace(
      /\*The author[^\n]*Home 0[^\n]*/,
      '<img width="8" alt="x" src="https://github.com/user-attachments/assets/1" />',
    );
    const last = openedOf(await open(drafted([], 'later')));
    assert.deepEqual(last.picturesLeft?.names, names.slice(1));
    assert.match(
      describeOpened(last, {}, editorFace('github')).left.join(),
      /take out the line that names it\. Choose “Put My Pictures In”/,
    );
    assert.match(describeOpened(last, {}, inTerminal).left.join(), /It lies in /);
    pull.body = pull.body.replace(
      /\*The author[^\n]*Home 1[^\n]*/,
      '![x](https://github.com/user-attachments/assets/2)',
    );
    assert.equal(openedOf(await open(drafted([], 'last'))).picturesLeft, undefined);
    assert.match(pull.body, /home, last\.\n\n<img [^\n]*\/1" \/>\n\n!\[x\]/);
    await held.server.stop();
  });
});

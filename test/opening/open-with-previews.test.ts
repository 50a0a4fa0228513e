import assert from 'node:assert/strict';
import { withPreviews } from '../../src/opening/with-previews.js';
import type { BodyPart } from '../../src/pull-request/draft-pull-request.js';
import { sha } from '../hosts/fake-github/good-change.js';
import { startHeldGitlab, type HeldGitlab } from './held-gitlab-opening.js';
import { draftOf, startHeldOpening, type HeldGithub, type HeldOpening, type Seen } from './held-opening.js';

const short = sha('home').slice(0, 10);

describe('the preview of a change', () => {
  const notesOf = (seen: Seen): readonly string[] => {
    assert('opened' in seen, JSON.stringify(seen));
    return seen.opened.notes;
  };
  const bodyOf = (held: HeldOpening): string => held.seen()[0]?.body ?? '';

  describe('on GitHub', () => {
    let held: HeldGithub;
    beforeEach(async () => {
      held = await startHeldOpening();
      held.reset(true);
    });
    afterEach(async () => {
      await held.server.stop();
      assert.deepEqual(held.faults, []);
    });
    const deploy = (
      id: number,
      environment: string,
      more: object,
      ...statuses: readonly (readonly [string, string?])[]
    ): void => {
      held.github.deployments.push({
        id,
        sha: sha('home'),
        environment,
        ...more,
        statuses: statuses.map(([state, url]) => ({ state, ...(url === undefined ? {} : { environment_url: url }) })),
      });
    };

    it('stands beside what changed where the newest deployment of its head runs, and goes with it', async () => {
      deploy(1, 'Preview', {}, ['success', 'https://old.example/']);
      deploy(2, 'Preview', {}, ['pending'], ['success', 'https://pr-12.preview.example/home?a=b']);
      deploy(3, 'Docs', {}, ['success', 'https://docs.example/'], ['inactive', 'https://docs.example/']);
      deploy(4, 'Storybook', {}, ['success']);
      deploy(5, 'Production', { production_environment: true }, ['success', 'https://acme.example/']);
      deploy(6, 'Other', { sha: sha('other') }, ['success', 'https://other.example/']);
      deploy(7, 'Never', {});
      assert.deepEqual(notesOf(await held.open()), []);
      assert.ok(
        bodyOf(held).includes(
          `now.\n\n**Preview** at \`${short}\`: [pr-<!-- -->12.preview.example](https://pr-12.preview.example/home?a=b) (Preview)\n`,
        ),
        bodyOf(held),
      );
      held.github.deployments.length = 0;
      assert.deepEqual(notesOf(await held.open()), []);
      assert.doesNotMatch(bodyOf(held), /Preview/);
    });

    it('is said not to be read, and not in the description, where GitHub does not tell', async () => {
      held.server.fault = (_, { url }) =>
        url.pathname.endsWith('/deployments') ? () => ({ status: 403, body: { message: 'no' } }) : undefined;
      assert.deepEqual(notesOf(await held.open()), [
        'Whether your change has a preview was not read, so none is named. Your sign-in may not read what was deployed.',
      ]);
      assert.doesNotMatch(bodyOf(held), /review/i);
    });
  });

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

    it('is that of the newest deployment of its head in each environment', async () => {
      const add = (name: string, external_url: string | null, more: object = {}): void => {
        held.gitlab.deployments.push({
          id: held.gitlab.deployments.length,
          sha: sha('home'),
          status: 'success',
          environment: { name, external_url },
          ...more,
        });
      };
      add('review/home', 'https://old.example');
      add('review/home', 'https://home.review.example');
      add('docs', null);
      add('production', 'https://acme.example', {
        environment: { name: 'production', external_url: 'https://acme.example', tier: 'production' },
      });
      add('other', 'https://other.example', { sha: sha('other') });
      add('broken', 'https://broken.example', { status: 'failed' });
      add('gone', null, { environment: null });
      assert.deepEqual(notesOf(await held.open({ draft: draftOf('now', { reviewers: [] }) })), []);
      assert.ok(
        bodyOf(held).includes(
          `\n\n**Preview** at \`${short}\`: [home.review.example](https://home.review.example/) (review/home)\n`,
        ),
        bodyOf(held),
      );
    });
  });

  it('is a link by https alone, in which nothing is alive, beside what changed', () => {
    const parts: readonly BodyPart[] = [
      { id: 'summary', heading: 'What', text: 'What.' },
      { id: 'changes', heading: 'What changed', text: 'Words.' },
    ];
    const textOf = (address: string, environment = 'Preview'): string =>
      withPreviews(parts, [{ environment, address }], 'c'.repeat(40))[1]?.text ?? '';
    for (const address of [
      'http://a.example/',
      'javascript:alert(1)',
      'https://user@a.example/',
      'https://:secret@a.example/',
      'no address',
      `https://a.example/${'x'.repeat(500)}`,
    ])
      assert.equal(textOf(address), 'Words.', address);
    assert.equal(
      textOf('https://a.example/x)](https://b.example) <b>|*', '@all [x](y) #12 <img>'),
      'Words.\n\n**Preview** at `cccccccccc`: [a.example](https://a.example/x%29%5D%28https://b.example%29%20%3Cb%3E%7C%2A) (@<!-- -->all \\[x\\]\\(y\\) #<!-- -->12 &lt;img&gt;)',
    );
    assert.equal(
      withPreviews(parts.slice(0, 1), [{ environment: 'x', address: 'https://a.example' }], 'c')[0]?.text.includes(
        'a.example',
      ),
      true,
    );
  });
});

import assert from 'node:assert/strict';
import { attestItems } from '../../../src/presentation/my-change/attest-items.js';
import { readReview, type ReviewedChange } from '../../../src/presentation/my-change/read-review.js';
import { pilotRepository } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

describe('a review in the editor', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository();
    repository.write('src/home/i18n/en.json', '{\n  "title": "Home",\n  "body": "Nothing here yet."\n}\n');
  });
  after(() => repository.remove());

  const asker = (as?: string) => ({ environment: repository.environment, as });
  const review = async (as = 'maya@example.com'): Promise<ReviewedChange> => {
    const reviewed = await readReview(repository.root, asker(as), () => true);
    assert.ok(reviewed);
    return reviewed;
  };
  const verdictOf = ({ review: { items } }: ReviewedChange, id: string): string | undefined =>
    items.find((item) => item.id === id)?.verdict;

  it('is of everything since the base, and brings what quick fixes need', async () => {
    const reviewed = await review();
    assert.ok(reviewed.review.findings.some(({ message }) => message.startsWith('“title” now lacks {name}')));
    assert.deepEqual([...reviewed.siblingTexts.keys()], ['src/home/i18n/de.json']);
    assert.equal(reviewed.asking.kind, 'pilot-pm');
    assert.match(reviewed.contentHash, /^[0-9a-f]{64}$/);
  });

  it('is of whoever git says, where nobody else was named', async () => {
    const reviewed = await readReview(repository.root, asker(), () => true);
    assert.equal(reviewed?.asking.names[0], repository.git('config', 'user.email').trim());
  });

  it('ends where it is told to', async () => {
    for (const steps of [0, 1]) {
      let asked = 0;
      assert.equal(await readReview(repository.root, asker(), () => asked++ < steps), undefined);
      assert.equal(asked, steps + 1);
    }
  });

  it('takes an attestation for exactly its content, and gives it back', async () => {
    const first = await review();
    assert.equal(verdictOf(first, 'docs'), 'attest');
    assert.equal(
      await attestItems(repository.root, asker('maya@example.com'), first, ['docs', 'not-in-the-list'], true),
      'done',
    );
    const second = await review();
    assert.equal(verdictOf(second, 'docs'), 'attested');
    assert.equal(verdictOf(second, 'copy-locales'), 'attest');
    assert.equal(await attestItems(repository.root, asker(), second, ['docs'], false), 'done');
    assert.equal(verdictOf(await review(), 'docs'), 'attest');
  });

  it('takes no attestation for a content that was not reviewed', async () => {
    const reviewed = await review();
    repository.write('src/home/i18n/en.json', '{\n  "title": "Home!",\n  "body": "Nothing here yet."\n}\n');
    assert.equal(await attestItems(repository.root, asker(), reviewed, ['docs'], true), 'changed');
    assert.equal(verdictOf(await review(), 'docs'), 'attest');
  });
});

import assert from 'node:assert/strict';
import { openGit } from '../../src/git/git.js';
import { findTranslationPlatform } from '../../src/review/find-translation-platform.js';
import { createReviewContext } from '../support/review-context.js';
import { temporaryRepository } from '../support/temporary-repository.js';

describe('findTranslationPlatform', () => {
  const repository = temporaryRepository();
  const git = openGit(repository.root, { environment: repository.environment });
  repository.write('i18n/de.json', '{}');
  const commit = repository.commit('Translated using Weblate');
  after(() => repository.remove());
  const find = (
    files: Readonly<Record<string, string>>,
    catalogs: readonly string[],
    at: string | undefined = commit,
  ) => {
    const { change, snapshot } = createReviewContext({ base: files, head: files });
    return findTranslationPlatform(
      git,
      { change: { ...change, base: { ref: 'main', commit: at } }, snapshot },
      catalogs,
    );
  };

  it('is named by its settings, else by the latest commits of the catalogs', async () => {
    const german = ['i18n/de.json'];
    assert.equal(await find({ '.tx/config': '' }, german), 'Transifex');
    assert.equal(await find({ 'crowdin.yml': '' }, german), 'Crowdin');
    assert.equal(await find({ 'i18n.lock': '' }, german), 'a translation platform');
    assert.equal(await find({ 'docs/crowdin.md': '' }, german), 'Weblate');
    assert.equal(await find({}, ['docs/de.json']), undefined);
  });

  it('is called by its own name, however a commit writes it', async () => {
    repository.write('i18n/de.json', '{ }');
    const later = repository.commit('fix(i18n): take what hosted weblate has');
    assert.equal(await find({}, ['i18n/de.json'], later), 'Weblate');
  });

  it('is not looked for where no language is left behind, or nothing is committed', async () => {
    assert.equal(await find({ 'crowdin.yml': '' }, []), undefined);
    const { change, snapshot } = createReviewContext({ base: { 'crowdin.yml': '' } });
    const first = { change: { ...change, base: { ref: 'main', commit: undefined } }, snapshot };
    assert.equal(await findTranslationPlatform(git, first, ['i18n/de.json']), undefined);
  });
});

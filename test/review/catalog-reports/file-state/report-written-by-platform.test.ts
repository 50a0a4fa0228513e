import assert from 'node:assert/strict';
import { reportWrittenByPlatform } from '../../../../src/review/catalog-reports/file-state/report-written-by-platform.js';
import { createReviewContext } from '../../../support/review-context.js';

const crowdin = 'files:\n  - source: /i18n/en-US.json\n    translation: /i18n/%locale%.json\n';

const say = (settings: Readonly<Record<string, string>>, paths: readonly string[]): Promise<readonly string[]> =>
  reportWrittenByPlatform(paths, createReviewContext({ base: settings, head: settings })).then((reports) =>
    reports.map(({ path, severity, message }) => `${path} ${severity} ${message}`),
  );

describe('reportWrittenByPlatform', () => {
  it('tells once of the translations that a platform writes, and not of what it translates from', async () => {
    assert.deepEqual(await say({ 'crowdin.yml': crowdin }, ['i18n/de-DE.json']), [
      'i18n/de-DE.json note i18n/de-DE.json is written on Crowdin, as crowdin.yml says, so its next export may take these words back. Change it there as well, or leave it as before and change the language that is translated from.',
    ]);
    const [both, ...none] = await say({ 'crowdin.yml': crowdin }, [
      'i18n/en-US.json',
      'i18n/de-DE.json',
      'i18n/fr.json',
    ]);
    assert.match(
      both ?? '',
      /^i18n\/de-DE\.json note i18n\/de-DE\.json and 1 more are written on Crowdin, .* Change them there as well/,
    );
    assert.deepEqual(none, []);
    assert.deepEqual(await say({ 'crowdin.yml': crowdin }, ['i18n/en-US.json']), []);
  });

  it('knows the form of Transifex, and platforms whose name it does not know', async () => {
    const settings =
      '[o:a:p:a:r:b]\nfile_filter = res/values-<lang>/strings.xml\nsource_file = res/values/strings.xml\n';
    const [one] = await say({ '.tx/config': settings }, ['app/res/values-de/strings.xml']);
    assert.match(one ?? '', /is written on Transifex, as \.tx\/config says/);
    assert.match(
      (await say({ 'i18n.lock': crowdin }, ['i18n/de.json']))[0] ?? '',
      /written on a translation platform,/,
    );
  });

  it('says nothing where no settings name the path', async () => {
    assert.deepEqual(await say({}, ['i18n/de.json']), []);
    assert.deepEqual(await say({ 'weblate.yml': '' }, ['i18n/de.json']), []);
    assert.deepEqual(await say({ 'crowdin.yml': crowdin }, ['web/lang/de.json']), []);
  });
});

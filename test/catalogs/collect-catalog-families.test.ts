import assert from 'node:assert/strict';
import { collectCatalogFamilies, findSiblings } from '../../src/catalogs/collect-catalog-families.js';
import { locateCatalog } from '../../src/catalogs/locate-catalog.js';
import { createReviewContext } from '../support/review-context.js';

describe('collectCatalogFamilies', () => {
  /** What belongs to the original, which has no language in its name. */
  const originals: readonly (readonly [original: string, others: readonly string[], strange: readonly string[]])[] = [
    [
      'a/messages.properties',
      ['a/messages_de.properties', 'a/messages_pt_BR.properties'],
      ['a/messagesfoo.properties'],
    ],
    [
      'res/values/strings.xml',
      ['res/values-de/strings.xml'],
      ['res/values-night/strings.xml', 'res/values/arrays.xml'],
    ],
    ['x/Forms.resx', ['x/Forms.de.resx'], ['x/FormsOther.resx']],
    ['Base.lproj/Main.strings', ['de.lproj/Main.strings'], ['de.lproj/Other.strings']],
  ];
  for (const [original, others, strange] of originals)
    it(`finds the languages of ${original}`, () => {
      const location = locateCatalog(original) ?? assert.fail('it is no catalog');
      const found = findSiblings(location, [original, ...others, ...strange].toSorted());
      assert.deepEqual(found.map(({ path }) => path).toSorted(), others);
    });

  it('finds none of a file that stands by itself', () => {
    const location = locateCatalog('i18n/texts.json') ?? assert.fail('it is no catalog');
    assert.deepEqual(findSiblings(location, ['i18n/texts.json', 'i18n/other.json']), []);
  });

  it('collects all languages where the change writes the original alone', async () => {
    const rest = { 'i18n/texts.de.json': '{"a":"Hallo"}', 'i18n/texts.fr.json': '{"a":"Salut"}' };
    const { change, snapshot } = createReviewContext({
      base: { ...rest, 'i18n/texts.json': '{"a":"Hello"}' },
      head: { ...rest, 'i18n/texts.json': '{"a":"Hi"}' },
    });
    const [family, ...more] = await collectCatalogFamilies(change.files, snapshot);
    assert.deepEqual(
      family?.map(({ path }) => path),
      ['i18n/texts.json', 'i18n/texts.de.json', 'i18n/texts.fr.json'],
    );
    assert.deepEqual(more, []);
  });

  it('knows the small bundles of a page of Java by their language, and the original by those', async () => {
    const bundle = (name: string): string => `src/main/resources/hudson/Page/${name}.properties`;
    const base = {
      [bundle('config')]: 'Full\\ name=Full name\n',
      [bundle('config_tr')]: 'Full\\ name=Tam ad\n',
      [bundle('server_it')]: 'port=8080\nhost=localhost\n',
      [bundle('settings')]: 'title=Some words\n',
    };
    const head = Object.fromEntries(
      Object.entries(base).map(([path, text]) => [path, `${text}more=Some more words\n`]),
    );
    const { change, snapshot } = createReviewContext({ base, head });
    const families = await collectCatalogFamilies(change.files, snapshot);
    assert.deepEqual(
      families.map((family) => family.map(({ path }) => path)),
      [[bundle('config'), bundle('config_tr')]],
    );
  });
});

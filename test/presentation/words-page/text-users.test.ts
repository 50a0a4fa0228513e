import assert from 'node:assert/strict';
import { parseXml } from '../../../src/parsers/parse-xml.js';
import { readTextUsers } from '../../../src/presentation/words-page/read-text-users.js';
import { renderTextUsers } from '../../../src/presentation/words-page/render-text-users.js';
import type { TextUser, TextUsers } from '../../../src/review/find-text-users.js';
import { flags, pilotRepository } from '../../support/pilot-repository.js';

describe('readTextUsers', () => {
  it('reads who asks for a text in a repository, also in what is not committed', async () => {
    const english = '{"title": "Hi", "homeTitle": "Home"}\n';
    const repository = pilotRepository({
      files: {
        'src/home/i18n/en.json': english,
        'src/home/flags.yaml': flags,
        'crowdin.yml': 'files: []\n',
        'src/home/a.tsx': "export const A = () => <p>{t('homeTitle')}</p>;\ncreateRoot(root).render(<A />);\n",
      },
    });
    repository.write('src/home/b.tsx', "export const B = () => isOn('new-home') && <p>{t('homeTitle')}</p>;\n");
    const asker = { environment: repository.environment, as: undefined };
    const found = await readTextUsers(repository.root, 'src/home/i18n/en.json', english, ['homeTitle'], asker);
    assert.deepEqual(found?.users, [
      { path: 'src/home/a.tsx', line: 1, gate: 'open' },
      { path: 'src/home/b.tsx', line: 1, gate: 'behind' },
    ]);
    assert.equal(found.platform, 'Crowdin');
    repository.remove();
  });
});

describe('renderTextUsers', () => {
  const render = (known: Parameters<typeof renderTextUsers>[0]): string => {
    const html = renderTextUsers(known);
    assert.ok('root' in parseXml(html), html);
    return html;
  };
  const of = (users: readonly TextUser[], more: Partial<TextUsers> = {}): TextUsers => ({
    users,
    possible: [],
    searched: true,
    flags: ['new-home'],
    ...more,
  });

  it('says of each place whether everyone sees it', () => {
    const html = render(
      of([
        { path: 'a<b>.tsx', line: 3, gate: 'open' },
        { path: 'c.tsx', line: 1, gate: 'behind' },
        { path: 'd.ts', line: 2, gate: 'unclear' },
        { path: 'e.ts', line: 2 },
      ]),
    );
    assert.match(html, /a&#60;b&#62;\.tsx, line 3<\/a> · everyone sees it, whether or not the flag “new-home” is on/);
    assert.match(html, /c\.tsx, line 1<\/a> · only where the flag “new-home” is on/);
    assert.match(html, /d\.ts, line 2<\/a> · whether it waits for the flag “new-home” cannot be told from the code/);
    assert.match(html, /e\.ts, line 2<\/a><\/li>/);
  });

  it('says that it is looking, that nothing was found, and what was not searched', () => {
    assert.match(render('looking'), /Looking through the code/);
    assert.match(render('unknown'), /cannot be told right now/);
    assert.match(render(of([])), /No code was found that asks for it/);
    const unsearched = render(of([], { searched: false }));
    assert.doesNotMatch(unsearched, /No code was found/);
    assert.match(unsearched, /more code than could be searched/);
  });

  it('is bounded', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ path: `p${index}.ts`, line: 1 }));
    const html = render(of(many, { possible: many }));
    assert.match(html, /… and 4 more places\./);
    assert.match(html, /does not say for certain: p0\.ts \(line 1\), .* and 4 more places\./);
    assert.match(render(of([], { possible: many.slice(0, 1) })), /Perhaps used here, which the code/);
    assert.match(render(of(many.slice(0, 1), { possible: many.slice(0, 1) })), /Perhaps used here too, which the code/);
    assert.match(render(of(many.slice(0, 2), { possible: many.slice(0, 1) })), /for certain: p0\.ts \(line 1\)\./);
  });
});

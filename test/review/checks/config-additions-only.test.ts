import assert from 'node:assert/strict';
import { configAdditionsOnly } from '../../../src/review/checks/config-additions-only.js';
import type { Outcome } from '../../../src/review/check.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const run = async (base: SideFiles, head: SideFiles): Promise<Outcome> =>
  configAdditionsOnly.run(createReviewContext({ base, head }));

async function said(base: SideFiles, head: SideFiles): Promise<readonly string[]> {
  const outcome = await run(base, head);
  assert.ok(outcome !== 'not-applicable');
  return outcome.reports.map(
    ({ path, line, message, undecided, unparsed }) =>
      `${String(path)}:${String(line)} ${undecided ? 'confirm' : ''}${unparsed ? 'broken' : ''} ${message}`,
  );
}

const path = 'config/app.json';

describe('config-additions-only', () => {
  it('is nothing where no settings changed: texts and flags are none', async () => {
    assert.equal(await run({}, { 'src/a.ts': 'a' }), 'not-applicable');
    assert.equal(await run({ 'i18n/en.json': '{"a": "b"}' }, { 'i18n/en.json': '{"a": "c"}' }), 'not-applicable');
    assert.equal(await run({ 'flags.yaml': 'a: 1\n' }, { 'flags.yaml': 'a: 2\n' }), 'not-applicable');
    const bundle = { 'app/messages_de.properties': 'a=b\n' };
    assert.equal(await run(bundle, { 'app/messages_de.properties': 'a=c\n' }), 'not-applicable');
  });

  it('passes what is only more', async () => {
    assert.deepEqual(await said({ [path]: '{"a": 1}' }, { [path]: '{"a": 1, "b": 2}' }), []);
    assert.equal(
      (await said({ [path]: '{"a": 1}' }, { [path]: '{"a": 1, "b": {"c": 2}}' })).length,
      1,
      'of another kind',
    );
    assert.deepEqual(await said({ 'app.yml': 'a: 1\n' }, { 'app.yml': '# new\na: 1\nb: 2\n' }), []);
    assert.deepEqual(await said({}, { 'config/new.toml': 'a = 1\n' }), []);
  });

  it('has what is other than before confirmed by the engineering DRI, with its place', async () => {
    const [one, ...none] = await said({ [path]: '{\n"a": 1\n}' }, { [path]: '{\n"a": 2\n}' });
    assert.deepEqual(none, []);
    assert.match(
      String(one),
      /^config\/app\.json:2 confirm config\/app\.json may say something else than before, and not only more: that this is right @erin/,
    );
    const [two] = await said({ [path]: '{"a": 1, "b": 2}' }, { [path]: '{"a": 2, "b": 3}' });
    assert.match(String(two), /than before in 2 places, and not only more/);
    const [gone] = await said({ [path]: '{}' }, {});
    assert.match(String(gone), /^config\/app\.json:1 confirm/);
    const [other] = await said({ 'a.toml': 'x = 1\n\n\ny = 1\n' }, { 'a.toml': 'x = 1\n\n\ny = 2\n' });
    assert.match(String(other), /^a\.toml:4 confirm/);
  });

  it('says that a file is broken, unless it could not be read before either', async () => {
    const [broken] = await said({ [path]: '{"a": 1}' }, { [path]: '{"a": 1' });
    assert.match(String(broken), /^config\/app\.json:1 broken /);
    const [odd] = await said({ [path]: '{"a": 1,, }' }, { [path]: '{"a": 2,, }' });
    assert.match(String(odd), /confirm/);
    assert.match(String((await said({}, { [path]: '{' }))[0]), /broken/);
  });
});

import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

async function run(base: SideFiles, head: SideFiles): Promise<string> {
  const outcome = await copyCatalog.run(createReviewContext({ base, head }));
  if (outcome === 'not-applicable') return outcome;
  return outcome.reports
    .map(({ path, message, undecided }) => `${String(path)}${undecided ? '?' : '!'} ${message}`)
    .join('\n');
}

describe('a text that says where something is filled in, and keeps it from being so', () => {
  const java = (text: string, around = "It''s {0}"): SideFiles => ({
    'res/messages.properties': `a=${around}\n`,
    'res/messages_fr.properties': `a=C''est {0}\nb=${text}\n`,
  });

  it('is one of Java with a single apostrophe, where the others double theirs', async () => {
    const found = await run(java('Ami {0}'), java("L'ami {0}"));
    assert.match(
      found,
      /^res\/messages_fr\.properties! The app cannot read “b”, because “\{0\}” stands behind a single/,
    );
    assert.equal(await run(java('Ami {0}'), java("L''ami {0}")), '');
    assert.equal(await run(java("L'ami {0}"), java("L'ami, {0}")), '');
    const single = (text: string): SideFiles => ({
      'res/messages.properties': `a=It's {0}\nc=That's {0}\nb=${text}\n`,
    });
    assert.equal(await run(single('{0}'), single("It's {0}")), '');
  });

  it('is one with a percent sign by itself, unless the text that it translates has one too', async () => {
    const po = (original: string, text: string): SideFiles => ({
      'po/de.po': `msgid "${original}"\nmsgstr "${text}"\n`,
    });
    assert.match(
      await run(po('All %s', 'Alle %s'), po('All %s', '100 % %s')),
      /^po\/de\.po! .* a “%” by itself is written “%%”/,
    );
    assert.equal(await run(po('100 % of %s', '%s'), po('100 % of %s', '100 % von %s')), '');
    const android = (text: string, german?: string): SideFiles => ({
      'res/values/strings.xml': `<resources><string name="a">${text}</string></resources>`,
      ...(german && { 'res/values-de/strings.xml': `<resources><string name="a">${german}</string></resources>` }),
    });
    assert.equal(await run(android('%d% done'), android('%d% done', '%d% fertig')), '');
    assert.match(await run(android('%d%% done'), android('%d%% done', '%d% fertig')), /values-de\/strings\.xml! /);
  });
});

describe('a catalog that is written anew in another format', () => {
  const yaml = { 'i18n/he.yaml': 'ui_a:\n  other: A\nui_b: B\n' };

  it('is not gone where all its texts came along, and an engineer says which one the app reads', async () => {
    const toml = { 'i18n/he.toml': 'ui_a = "A"\n[ui_b]\nother = "B"\n' };
    assert.match(
      await run(yaml, toml),
      /^i18n\/he\.yaml\? This catalog is i18n\/he\.toml now, with all its texts\. Your engineering DRI/,
    );
  });

  it('is known by its words, whatever its folder is called', async () => {
    const words = Array.from({ length: 9 }, (_, at) => [`k${at}`, 'Go on from here'] as const);
    const old = { 'src/wording/en.yaml': words.map(([key, text]) => `${key}: ${text}\n`).join('') };
    const json = JSON.stringify(Object.fromEntries(words));
    assert.match(await run(old, { 'src/wording/en.json': json }), /^src\/wording\/en\.yaml\? .* with all its texts/);
    assert.match(await run(old, { 'src/wording/en.json': '{"a":1}' }), /^src\/wording\/en\.yaml! This catalog is gone/);
  });

  it('is told what did not come along', async () => {
    assert.match(
      await run(yaml, { 'i18n/he.toml': 'ui_a = "A"\n' }),
      /^i18n\/he\.yaml! .* and “ui_b” did not come along/,
    );
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`k${at}`, 'x']));
    const json = { 'i18n/he.json': JSON.stringify(many) };
    assert.match(await run(json, { 'i18n/he.toml': 'k0 = "x"\n' }), /“k1”, “k2”, “k3”, “k4”, “k5” and 2 more did not/);
  });

  it('is gone where what takes its place cannot be read, or is no catalog', async () => {
    assert.match(await run(yaml, { 'i18n/he.toml': 'ui_a = \n' }), /^i18n\/he\.yaml! This catalog is gone/m);
    assert.match(await run(yaml, { 'i18n/he.csv': 'ui_a,A\n' }), /^i18n\/he\.yaml! This catalog is gone/m);
    assert.match(await run({ 'i18n/he.yaml': ': :\n\t' }, { 'i18n/he.toml': 'a = "b"\n' }), /This catalog is gone/);
  });
});

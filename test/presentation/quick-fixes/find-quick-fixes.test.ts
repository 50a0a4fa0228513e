import assert from 'node:assert/strict';
import type { Judgement } from '../../../src/policy/policy.js';
import { findQuickFixes } from '../../../src/presentation/quick-fixes/find-quick-fixes.js';
import type { Finding } from '../../../src/review/review.js';
import { layOutAsBefore } from '../../../src/presentation/quick-fixes/lines/lay-out-as-before.js';
import { addToLanguages } from '../../../src/presentation/quick-fixes/add-to-languages.js';
import { createCommit, createPlanningDoc, createReviewContext } from '../../support/review-context.js';
import { fixAndReview, fixed, fixesFor, titlesFor, type Change } from './offered-fixes.js';

const events = 'src/features/home/analytics/events.ts';
const locked: Partial<Judgement> = { standing: 'locked', row: 3 };
const pair: Partial<Judgement> = { standing: 'pair', row: 8 };

describe('quick fixes', () => {
  it('are none for what is only staged or in an earlier commit, since they edit what is on the disk', async () => {
    const { change, judgements, plan, flags } = createReviewContext({ base: { a: '1' }, head: { a: '2' } });
    const staged: Finding = { check: 'zone', severity: 'blocker', message: 'm', because: [], path: 'a', staged: true };
    const earlier: Finding = { check: 'secrets', severity: 'blocker', message: 'm', because: [], path: 'a' };
    const review = { findings: [staged, earlier] } as never;
    const reviewed = {
      change,
      judgements,
      review,
      plan: await plan(),
      flags: await flags(),
      siblingTexts: new Map<string, string>(),
    };
    const readText = (): Promise<string> => Promise.resolve('2');
    for (const finding of [staged, earlier])
      assert.deepEqual(await findQuickFixes({ finding, offset: undefined, reviewed, readText }), []);
  });

  it('lay a file out as before that a program laid out anew, with what was changed in it', async () => {
    const path = 'src/features/home/i18n/en.json';
    const texts = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, 'One']));
    const base = { [path]: `${JSON.stringify(texts, null, 2)}\n` };
    const other = { ...texts, k7: 'Another' };
    const head = { [path]: `${JSON.stringify(other, null, 4)}\n` };
    const fixedHead = await fixAndReview(
      { base, head },
      'size',
      /^Lay en\.json out as before, with what I changed$/,
      true,
    );
    assert.equal(fixedHead[path], `${JSON.stringify(other, null, 2)}\n`);
    const nowhere = { path: 'gone.json', currentText: '', reviewed: { change: { files: [] } } };
    assert.deepEqual(layOutAsBefore(nowhere as never), []);
  });

  describe('what is outside the zone', () => {
    const auth = 'src/auth/login.ts';
    const parts = (base: Change['base'], head: Change['head'], judgement = locked): Change => ({
      base,
      head,
      judgements: Object.fromEntries([...Object.keys(base), ...Object.keys(head)].map((path) => [path, judgement])),
    });
    const titles = async (change: Change): Promise<readonly string[]> =>
      [...(await fixesFor(change, 'zone')).values()].flat().map(({ title }) => title);

    it('puts a file back as it was', async () => {
      const head = await fixAndReview(
        parts({ [auth]: 'a\n' }, { [auth]: 'b\n' }),
        'zone',
        /^Put all of login\.ts back/,
        true,
      );
      assert.equal(head[auth], 'a\n');
    });

    it('puts a file back that is gone, and has a new one taken out by the command that keeps a backup', async () => {
      assert.deepEqual(await fixAndReview(parts({ [auth]: 'a\n' }, {}), 'zone', /^Put login\.ts back$/, true), {
        [auth]: 'a\n',
      });
      const offered = [...(await fixesFor(parts({}, { [auth]: 'a\n' }), 'zone')).values()].flat();
      const out = offered.find(({ title }) => title === 'Take login.ts out, which is new…');
      assert.deepEqual(out?.command, { id: 'pmZone.putBack', path: auth });
      assert.deepEqual([out.steps, out.isPreferred], [[], false]);
    });

    it('moves a file back, and brings back what was moved and edited', async () => {
      const there = 'src/features/home/login.ts';
      const moved = { ...parts({ [auth]: 'a\n' }, { [there]: 'a\n' }), renames: { [auth]: there } };
      assert.deepEqual(await fixAndReview(moved, 'zone', /^Move it back to login\.ts$/, true), { [auth]: 'a\n' });
      const edited = { ...parts({ [auth]: 'a\nb\n' }, { [there]: 'a\nc\n' }), renames: { [auth]: there } };
      assert.ok((await titles(edited)).includes('Put login.ts back'));
    });

    it('asks an engineer first where that is the way', async () => {
      const offered = [...(await fixesFor(parts({ [auth]: 'a\n' }, { [auth]: 'b\n' }, pair), 'zone')).values()].flat();
      assert.deepEqual(
        offered.map(({ isPreferred }) => isPreferred),
        [true, false],
      );
      assert.deepEqual(offered[0]?.command, { id: 'pmZone.requestToPair', path: auth });
      assert.deepEqual(offered[0].steps, []);
    });

    it('offers nothing where an engineer is named already', async () => {
      const trailers = [{ key: 'Co-authored-by', value: 'Erin <erin@example.com>' }];
      const commits = [createCommit({ trailers })];
      assert.deepEqual(await titlesFor({ ...parts({ [auth]: 'a\n' }, { [auth]: 'b\n' }, pair), commits }, 'zone'), []);
    });

    it('leaves alone what no text puts back', async () => {
      const version = { mode: '100644', oid: 'a'.repeat(40), bytes: 5 };
      const binary = { ...parts({}, { [auth]: 'b\n' }), base: { [auth]: { ...version, unread: 'binary' } } } as never;
      assert.deepEqual(await titles(binary), ['Request to pair with an engineer…']);
      const mode = {
        ...parts({ [auth]: 'a\n' }, {}),
        head: { [auth]: { ...version, mode: '100755', text: 'a\n' } },
      } as never;
      assert.deepEqual(await titles(mode), ['Request to pair with an engineer…']);
    });
  });

  it('puts back events that were changed, and keeps what was added', async () => {
    const before = 'export interface Events {\n  readonly a: { readonly x: number };\n  readonly b: {};\n}\n';
    const after = before.replace('number', 'string').replace('}\n', '  readonly c: {};\n}\n');
    const parts = { base: { [events]: before }, head: { [events]: after } };
    const near = await fixAndReview(parts, 'events-additions-only', /^Put this line back: readonly a/, true);
    assert.match(String(near[events]), /x: number[\s\S]*readonly c/);
    const all = await fixAndReview(parts, 'events-additions-only', /^Put everything back/, false);
    assert.equal(all[events], near[events]);
    const gone = { base: { [events]: before }, head: {} };
    assert.deepEqual(await fixAndReview(gone, 'events-additions-only', /^Put events\.ts back$/, true), gone.base);
  });

  it('puts back what is gone, and takes new lines out', async () => {
    const before = 'export const events = {\n  a: 1,\n  b: 2,\n  c: 3,\n};\n';
    const parts = { base: { [events]: before }, head: { [events]: before.replace('  a: 1,\n  b: 2,\n', '  x: 5,\n') } };
    const head = await fixAndReview(parts, 'events-additions-only', /^Put everything back/, true);
    assert.equal(head[events], before);
    const key = ['sk', 'ant', 'api03', `${'Zb7Qx2Lm9Rk4Tn6V'.repeat(6).slice(0, 93)}AA`].join('-');
    const readme = 'src/features/home/README.md';
    const secret = { base: { [readme]: '# Home\n' }, head: { [readme]: `# Home\n\nKey: ${key}\n` } };
    assert.deepEqual(await fixAndReview(secret, 'secrets', /^Take out what is new here$/, false), secret.base);
    const inNew = { base: {}, head: secret.head };
    assert.deepEqual([...(await fixesFor(inNew, 'secrets')).values()], [[]]);
    const old = { base: secret.head, head: { [readme]: `${secret.head[readme]}More.\n` } };
    assert.deepEqual(await titlesFor(old, 'secrets'), []);
  });

  it('takes out what was only added, and puts nothing back where nothing was', async () => {
    const data = 'src/features/home/analytics/events.json';
    const before = '{\n  "a": 1\n}\n';
    const twice = { base: { [data]: before }, head: { [data]: '{\n  "a": 1\n,  "a": 1\n}\n' } };
    assert.deepEqual(await titlesFor(twice, 'events-additions-only'), ['Take out what is new here']);
    assert.deepEqual(await fixAndReview(twice, 'events-additions-only', /^Take out/, true), twice.base);
    assert.deepEqual(await titlesFor({ base: {}, head: twice.head }, 'events-additions-only'), []);
  });

  it('names one line by its beginning, counts more, and needs none to put all back', async () => {
    const named = (name: string): string => `export const events = {\n  a: '${name}',\n};\n`;
    const long = { base: { [events]: named('x'.repeat(80)) }, head: { [events]: named('y') } };
    assert.equal((await titlesFor(long, 'events-additions-only'))[0], `Put this line back: a: '${'x'.repeat(56)}…`);
    const two = { base: { [events]: named("1',\n  b: '2") }, head: { [events]: named("3',\n  b: '4") } };
    assert.equal((await titlesFor(two, 'events-additions-only'))[0], 'Put these 2 lines back as they were');
    const foreign = 'src/features/home/analytics/events.proto';
    const lines = { base: { [foreign]: 'a\nb\n' }, head: { [foreign]: 'a\nc\nd\n' } };
    assert.deepEqual(
      [...(await fixesFor(lines, 'events-additions-only')).values()].flat().map(({ isPreferred }) => isPreferred),
      [true, false],
    );
  });

  it('offers nothing for a note, and for what only a person can decide', async () => {
    const readme = 'src/features/home/README.md';
    const parts: Change = { base: { [readme]: 'a\n' }, head: { [readme]: 'b\n'.repeat(500) } };
    assert.deepEqual([...(await fixesFor(parts, 'size')).values()], [[]]);
    const plan = { completeIn: undefined, isFirst: true };
    assert.deepEqual([...(await fixesFor({ ...parts, kind: 'worktree', plan }, 'planning-first')).values()], [[]]);
  });

  it('has a plan committed that comes after the code, then the change rebuilt on it', async () => {
    const readme = 'src/features/home/README.md';
    const code = { isFirst: false, firstCodeCommit: 'e'.repeat(40) };
    const parts: Change = { base: { [readme]: 'a\n' }, head: { [readme]: 'b\n' } };
    const offered = async (change: Change) =>
      [...(await fixesFor(change, 'planning-first')).values()].flat().map(({ command }) => command?.id);
    assert.deepEqual(await offered({ ...parts, plan: { ...code, completeIn: undefined } }), ['pmZone.commit']);
    const late = { ...code, completeIn: 'f'.repeat(40) };
    assert.deepEqual(await offered({ ...parts, plan: late }), ['pmZone.rebuildOnPlan']);
    const regulated = { settings: { controls: 'regulated' as const } };
    assert.deepEqual(await offered({ ...parts, ...regulated, plan: late }), [], 'it has to be merged first');
  });

  it('sets a plan that lacks nothing to In Review, and no other', async () => {
    const path = 'src/features/home/PLANNING.md';
    const text = '# PLANNING: Home\n\n**Status:** Draft\n';
    const readme = 'src/features/home/README.md';
    const parts: Change = {
      base: { [readme]: 'a\n' },
      head: { [readme]: 'b\n', [path]: text },
      doc: { status: 'Draft' },
      plan: { onBase: undefined },
    };
    const offered = async (change: Change, typed?: Change['head']) =>
      [...(await fixesFor(change, 'planning-complete', typed)).values()].flat();
    const [fix, ...none] = await offered(parts);
    assert.deepEqual(none, []);
    assert.equal(fix && fixed(parts.head, fix)[path], text.replace('Draft', 'In Review'));
    assert.deepEqual(await offered(parts, { ...parts.head, [path]: text.replace('Draft', 'Approved') }), []);
    assert.deepEqual(await offered(parts, { [readme]: 'b\n' }), [], 'it is gone meanwhile');
    const doc = {
      status: 'Draft',
      level: 'copy',
      fields: [
        { label: 'Status', value: 'Draft', line: 3 },
        { label: 'Level', value: 'copy', line: 5 },
      ],
    } as const;
    const code = { base: { ...parts.base, 'src/a.ts': 'a\n' }, head: { ...parts.head, 'src/a.ts': 'b\n' }, doc };
    const byLine = await fixesFor({ ...parts, ...code }, 'planning-complete');
    assert.deepEqual(
      [...byLine].map(([{ line }, fixes]) => [line, fixes.length]),
      [
        [5, 0],
        [3, 1],
      ],
      'its Level is mended by no Status',
    );
    const gaps = [{ what: 'Kill condition', message: 'The kill condition has no number.', line: 3 }];
    assert.deepEqual(
      await offered({
        ...parts,
        plan: { onBase: undefined, plan: { path, doc: createPlanningDoc({ status: 'Draft' }), gaps } },
      }),
      [],
    );
  });

  it('starts a plan where there is none', async () => {
    const parts: Change = { base: {}, head: { 'src/features/home/a.md': 'a\n' }, plan: { plan: undefined } };
    const [offered] = [...(await fixesFor(parts, 'planning-linked')).values()];
    assert.deepEqual(
      offered?.map(({ command }) => command),
      [{ id: 'pmZone.newPlan' }],
    );
    const near: Change = { ...parts, plan: { plan: undefined, candidates: ['PLANNING.md'] } };
    assert.deepEqual([...(await fixesFor(near, 'planning-linked')).values()].flat(), []);
  });

  it('starts one where the plan that was found may be of an earlier change', async () => {
    const row = { featureFolders: ['src/features/home', 'src/features/cart'] };
    const files = { 'src/features/home/a.md': 'a\n', 'src/features/cart/a.md': 'a\n' };
    const offered = async (head: Change['head']): Promise<readonly (string | undefined)[]> =>
      [...(await fixesFor({ base: {}, head, row }, 'planning-linked')).values()]
        .flat()
        .map(({ command }) => command?.id);
    assert.deepEqual(await offered(files), ['pmZone.newPlan']);
    assert.deepEqual(await offered({ ...files, 'src/features/home/PLANNING.md': 'x' }), []);
  });

  describe('a text that is new in one language', () => {
    const en = 'src/home/i18n/en.json';
    const offer = async (
      base: Change['base'],
      head: Change['head'],
      word: string,
    ): Promise<Change['head'] | undefined> => {
      const context = createReviewContext({ base, head });
      const beside = new Map(Object.entries(head).filter(([path, text]) => base[path] === text));
      const [fix] = await addToLanguages(en, {
        at: String(head[en]).indexOf(word),
        reviewed: {
          change: context.change,
          judgements: context.judgements,
          flags: await context.flags(),
          plan: await context.plan(),
          siblingTexts: beside,
        },
        readText: (path) => Promise.resolve(head[path]),
      });
      return fix && { ...fixed(head, fix), title: fix.title };
    };
    const base = {
      [en]: '{\n  "a": "A",\n  "c": "C"\n}\n',
      'src/home/i18n/de.json': '{\n  "a": "Ä",\n  "c": "Z"\n}\n',
      'src/home/i18n/fr.json': '{ "c": "C" }\n',
    };

    it('is given to the others, marked', async () => {
      const head = { ...base, [en]: '{\n  "a": "A",\n  "b": "Hi {name}",\n  "c": "C"\n}\n' };
      for (const word of ['"b"', 'Hi {']) {
        assert.deepEqual(await offer(base, head, word), {
          ...head,
          'src/home/i18n/de.json': '{\n  "a": "Ä",\n  "b": "[to translate] Hi {name}",\n  "c": "Z"\n}\n',
          'src/home/i18n/fr.json': '{ "b": "[to translate] Hi {name}", "c": "C" }\n',
          title: 'Add “b” to de.json, fr.json, to be translated',
        });
      }
    });

    it('is given with its group', async () => {
      const head = { ...base, [en]: '{\n  "a": "A",\n  "g": { "h": { "b": "Hi" } },\n  "c": "C"\n}\n' };
      const given = await offer(base, head, 'Hi');
      assert.equal(
        given?.['src/home/i18n/de.json'],
        '{\n  "a": "Ä",\n  "g": { "h": { "b": "[to translate] Hi" } },\n  "c": "Z"\n}\n',
      );
      const copies = Object.fromEntries(
        [1, 2, 3, 4].map((n) => [`src/home/i18n/de-${'ABCD'.charAt(n - 1)}T.json`, '{}']),
      );
      assert.match(
        String((await offer({ ...base, ...copies }, { ...head, ...copies }, 'Hi'))?.['title']),
        / and \d more,/,
      );
    });

    it('is not offered for what was there, is in a list, is no text, or cannot be placed', async () => {
      const edited = { ...base, [en]: '{\n  "a": "Aa",\n  "c": "C",\n  "l": ["x"],\n  "n": 5\n}\n' };
      for (const word of ['Aa', '"x"', '5', '{']) assert.equal(await offer(base, edited, word), undefined, word);
      const alone = { [en]: '{"b": "B"}' };
      assert.equal(await offer({}, alone, '"b"'), undefined);
      for (const other of ['{', '[]', '{"b": {"x": "1"}}', '{"b": "there"}']) {
        const head = { ...alone, 'src/home/i18n/de.json': other };
        assert.equal(await offer({ 'src/home/i18n/de.json': other }, head, '"b"'), undefined, other);
      }
      const inText = { ...base, [en]: '{"a": {"b": "B"}}' };
      assert.equal(await offer({ ...base, [en]: '{}' }, { ...inText, 'src/home/i18n/fr.json': '{' }, 'B'), undefined);
      assert.equal(await offer(base, { ...base, [en]: '{' }, '{'), undefined);
      assert.equal(await offer(base, { ...base, [en]: '{"a": "A", "b": "B",}' }, '"b"'), undefined);
    });

    it('is not offered where a file is no catalog that can be read, or not there any more', async () => {
      const head = { ...base, [en]: '{ "b": "B" }' };
      const { change, plan } = createReviewContext({ base, head });
      const judgements = new Map();
      const listed = { flags: new Map(), definedIn: new Map(), declaredIn: new Map() };
      const flags = { ...listed, files: [], differences: [], sharedChanges: [] };
      const reviewed = { change, judgements, flags, plan: await plan(), siblingTexts: new Map(Object.entries(base)) };
      const textIn = (texts: Change['head']) => (path: string) => Promise.resolve(texts[path]);
      for (const [path, texts] of [
        ['src/home/i18n/en.po', { 'src/home/i18n/en.po': head[en] }],
        ['src/home/a.json', { 'src/home/a.json': head[en] }],
        [en, {}],
        [en, { [en]: head[en] }],
      ] as const) {
        assert.deepEqual(await addToLanguages(path, { at: 2, reviewed, readText: textIn(texts) }), [], path);
      }
      const [fix] = await addToLanguages(en, { at: 2, reviewed, readText: textIn(head) });
      assert.equal(fix?.steps.length, 2);
    });

    it('comes first where its group stands twice', async () => {
      const other = { 'src/home/i18n/de.json': '{"g": {"h": {"c": "C"}}}' };
      const twice = { ...other, [en]: '{"g": {"h": {"b": "B"}}, "g": {}}' };
      const given = await offer({ ...other, [en]: '{}' }, twice, 'B"');
      assert.equal(given?.['src/home/i18n/de.json'], '{"g": {"h": {"b": "[to translate] B","c": "C"}}}');
    });
  });
});

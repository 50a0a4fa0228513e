import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTyped } from '../../../src/presentation/findings/is-typed.js';
import { openTyping, type Typing } from '../../../src/presentation/findings/open-typing.js';
import { isToldWhileTyping } from '../../../src/review/is-told-while-typing.js';
import { findQuickFixes } from '../../../src/presentation/quick-fixes/find-quick-fixes.js';
import { readReview } from '../../../src/presentation/my-change/read-review.js';
import { applyEdits } from '../../../src/text/text-edit.js';
import { offsetAt } from '../../../src/text/editor-text.js';
import { createReviewContext } from '../../support/review-context.js';
import { flags, pilotRepository } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const english = 'src/home/i18n/en.json';
const german = 'src/home/i18n/de.json';
const flagFile = 'src/home/flags.yaml';

describe('a file that is typed in', () => {
  let repository: TemporaryRepository;
  before(() => {
    repository = pilotRepository({ files: { 'src/home/i18n/big.json': `{"a":"${'b'.repeat(6_000_000)}"}\n` } });
  });
  beforeEach(() => {
    repository.git('reset', '-q', '--hard');
    repository.git('clean', '-qfd');
  });
  after(() => repository.remove());

  const asker = (): { environment: NodeJS.ProcessEnv; as: undefined } => ({
    environment: repository.environment,
    as: undefined,
  });
  const read = (path: string): string => readFileSync(join(repository.root, path), 'utf8');
  const open = (path: string): Promise<Typing | undefined> => openTyping(repository.root, path, asker(), () => true);
  const opened = async (path: string): Promise<Typing> => {
    const typing = await open(path);
    assert.ok(typing);
    return typing;
  };
  const messages = async (typing: Typing, text: string): Promise<readonly string[]> =>
    (await typing.review(text)).findings.map(({ finding }) => finding.message);

  it('is told on unsaved text what is wrong with its placeholders, its syntax, and texts that are empty or twice there', async () => {
    const typing = await opened(english);
    const text = read(english);
    assert.deepEqual(await messages(typing, text), []);
    const [wrong] = (await typing.review(text.replace('{name}', '{nmae}'))).findings;
    assert.match(String(wrong?.finding.message), /^“title” now lacks \{name\} and has \{nmae\}/);
    assert.equal(wrong?.path, english);
    assert.deepEqual(wrong.range.start, { line: 1, character: 11 });
    assert.match(String(await messages(typing, text.replace('"Home', 'Home'))), /^This catalog cannot be read/);
    assert.match(String(await messages(typing, text.replace('Nothing here yet.', ''))), /^“body” is empty now/);
    assert.match(String(await messages(typing, text.replace('{\n', '{\n  "body": "x",\n'))), /for the second time/);
    assert.deepEqual(await messages(typing, text), []);
    assert.equal(read(english), text);
  });

  it('is told of flags that are on, and of rollouts that are none', async () => {
    const typing = await opened(flagFile);
    assert.match(String(await messages(typing, `${flags}brand-new:\n  enabled: true\n`)), /brand-new is new and is on/);
    assert.match(
      String(await messages(typing, flags.replace('rollout: 0', 'rollout: 140'))),
      /no number from 0 to 100/,
    );
    assert.deepEqual(await messages(typing, flags.replace('rollout: 0', 'rollout: 5')), []);
  });

  it('is told of flags that are not theirs', async () => {
    const typing = await opened(flagFile);
    const [foreign] = await messages(typing, flags.replace('rollout: 100', 'rollout: 50'));
    assert.match(String(foreign), /^The flag old-home is changed, and it is not one of yours/);
    const [added] = await messages(typing, `${flags}brand-new:\n  enabled: false\n`);
    assert.match(String(added), /^The flag brand-new is new and not on your row of the list of PMs/);
  });

  it('is not told what only a search of the code can say: keys and flags that are gone', async () => {
    assert.deepEqual(await messages(await opened(english), '{\n  "title": "Home, {name}"\n}\n'), []);
    assert.deepEqual(await messages(await opened(flagFile), 'old-home:\n  enabled: true\n  rollout: 100\n'), []);
  });

  it('is told the same as the review tells once it is saved, in the other languages of the change too', async () => {
    repository.write(german, read(german).replace('{name}', ''));
    const text = read(english).replace('{name}', '{nmae}');
    const typed = (await (await opened(english)).review(text)).findings.map(({ finding }) => finding);
    repository.write(english, text);
    const reviewed = await readReview(repository.root, asker(), () => true);
    const same = reviewed?.review.findings
      .filter((finding) => finding.path === english && isToldWhileTyping(finding))
      .map(({ id, ...finding }) => (assert.ok(id), finding));
    assert.equal(typed.length, 1);
    assert.deepEqual(typed, same);
  });

  it('knows the change around it, and leaves out catalogs that have nothing to do with it', async () => {
    repository.write('src/home/help/i18n/en.json', '{ "a": ');
    repository.write('src/home/note.md', 'Hello.\n');
    repository.remove('src/home/analytics/events.ts');
    const { reviewed } = await (await opened(english)).review(read(english).replace('{name}', ''));
    assert.ok(reviewed);
    assert.deepEqual(
      reviewed.change.files.map(({ path }) => path),
      ['src/home/analytics/events.ts', 'src/home/note.md', english],
    );
  });

  it('brings what quick fixes follow from', async () => {
    const typing = await opened(english);
    const text = read(english).replace('{name}', '');
    const { findings, reviewed } = await typing.review(text);
    const [{ finding, range }] = findings as [(typeof findings)[0]];
    assert.ok(reviewed);
    assert.equal(isToldWhileTyping(finding), true);
    const offset = offsetAt(text, range.start);
    const readText = (): Promise<string> => Promise.resolve(text);
    const [fix] = await findQuickFixes({ finding, offset, reviewed, readText });
    const [step] = fix?.steps ?? [];
    assert.ok(step?.kind === 'edit');
    assert.deepEqual(await messages(typing, applyEdits(text, step.edits)), []);
  });

  it('brings nothing else where nothing is found', async () => {
    const typing = await opened(english);
    assert.deepEqual(await typing.review(read(english)), { findings: [], reviewed: undefined });
  });

  it('follows a file that is new to git', async () => {
    repository.write('src/home/i18n/fr.json', '{ "title": "Bonjour, {name}" }\n');
    const typing = await opened('src/home/i18n/fr.json');
    assert.match(String(await messages(typing, '{ "title": "Bonjour" }\n')), /lacks \{name\}/);
  });

  it('is told nothing where it is not the PM’s to edit, cannot be read, or is nowhere', async () => {
    assert.equal(await open('src/auth/login.ts'), undefined);
    assert.equal(await open('src/home/i18n/big.json'), undefined);
    assert.equal(await open('src/home/i18n/nowhere.json'), undefined);
    repository.write(english, Buffer.from([0xff, 0xfe, 0]));
    assert.equal(await open(english), undefined);
    const typing = await opened(german);
    assert.deepEqual(await messages(typing, `{ "title": "${'x'.repeat(1_000_001)}`), []);
  });

  it('is only a file of texts or flags, and none that is too large', () => {
    const { policy } = createReviewContext();
    assert.equal(isTyped(english, '{}', policy), true);
    assert.equal(isTyped(flagFile, '', policy), true);
    assert.equal(isTyped('src/home/Home.tsx', '', policy), false);
    assert.equal(isTyped(english, ' '.repeat(1_000_001), policy), false);
  });

  it('is not opened any further where it is told to end', async () => {
    for (const steps of [0, 1]) {
      let asked = 0;
      assert.equal(await openTyping(repository.root, english, asker(), () => asked++ < steps), undefined);
      assert.equal(asked, steps + 1);
    }
  });
});

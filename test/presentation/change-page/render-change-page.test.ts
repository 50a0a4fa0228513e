import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileVersion } from '../../../src/change/change.js';
import { parseXml, type XmlElement } from '../../../src/parsers/parse-xml.js';
import { findingsToFix, offerFixes } from '../../../src/presentation/change-page/offered-fixes.js';
import {
  renderChangeDocument,
  renderChangePage,
  type ChangePageInput,
} from '../../../src/presentation/change-page/render-change-page.js';
import { renderTexts } from '../../../src/presentation/change-page/render-texts.js';
import { readMyChange } from '../../../src/presentation/my-change/my-change.js';
import type { ChangedText } from '../../../src/presentation/my-change/text-changes.js';
import { readReview, type ReviewedChange } from '../../../src/presentation/my-change/read-review.js';
import { listReworded } from '../../../src/review/list-reworded.js';
import type { ReviewItem } from '../../../src/review/review.js';
import { pilotRepository, plan } from '../../support/pilot-repository.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

type Complete = ChangePageInput & {
  readonly reviewed: ReviewedChange;
  readonly mine: NonNullable<ChangePageInput['mine']>;
};

const en = (title: string, body: string): string => `{\n  "title": "${title}",\n  "body": "${body}"\n}\n`;

/** The page as a browser takes it: it is well-formed whatever it shows. */
function elementsOf(body: string): readonly XmlElement[] {
  const parsed = parseXml(`<body>${body}</body>`);
  assert.ok(
    'root' in parsed,
    'problem' in parsed
      ? `${parsed.problem.message}: ${body.slice(parsed.problem.offset - 80, parsed.problem.offset + 80)}`
      : '',
  );
  const all = (element: XmlElement): readonly XmlElement[] => [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
  ];
  return all(parsed.root);
}

function textOf({ children }: XmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const pageText = (input: ChangePageInput): string => textOf(elementsOf(renderChangePage(input).body)[0] as XmlElement);
const linksIn = (body: string, label: RegExp): readonly string[] =>
  elementsOf(body).flatMap((each) =>
    each.name === 'a' && label.test(textOf(each)) ? [decodeURIComponent(String(each.attributes['href']))] : [],
  );

describe('renderChangePage', () => {
  let repository: TemporaryRepository;
  let input: Complete;
  before(async () => {
    repository = pilotRepository({
      files: { 'src/home/i18n/fr.json': '{\n  "title": "Accueil, {name}"\n}\n', 'src/home/prompts/a.md': 'Be kind.\n' },
    });
    repository.write('src/home/PLANNING.md', plan);
    repository.commit('Plan');
    repository.write('src/home/i18n/en.json', en('Home', 'Start with one board.'));
    repository.write(
      'src/home/i18n/de.json',
      '{\n  "title": "Start, {name}",\n  "body": "Beginne mit einem Board."\n}\n',
    );
    repository.write(
      'src/home/flags.yaml',
      'new-home:\n  enabled: true\n  rollout: 10\nold-home:\n  enabled: true\n  rollout: 100\n',
    );
    repository.write('src/auth/login.ts', 'export const login = 2;\n');
    const asker = { environment: repository.environment, as: 'maya@example.com' };
    const mine = await readMyChange(repository.root, asker);
    const reviewed = await readReview(repository.root, asker, () => true);
    assert.ok(reviewed);
    const readText = (path: string): Promise<string | undefined> =>
      Promise.resolve(
        reviewed.change.files.find((file) => file.path === path)?.after?.text ?? reviewed.siblingTexts.get(path),
      );
    const next = {
      sentence: ['Found ', { label: 'review again', address: 'command:pmZone.review' }],
      buttons: [
        { label: 'Show Problems', address: 'command:x' },
        { label: 'Other', address: 'command:y' },
      ],
    };
    const fixes = await offerFixes(findingsToFix(reviewed), reviewed, readText);
    input = { mine, isRead: true, reviewed, isReviewing: false, step: 'fix', next, fixes, reader: 'en' };
  });
  after(() => repository.remove());

  const withReview = (part: Partial<ReviewedChange['review']>, more: Partial<ReviewedChange> = {}): Complete => ({
    ...input,
    reviewed: { ...input.reviewed, ...more, review: { ...input.reviewed.review, ...part } },
  });

  it('has one primary button, the next step, on top, and leads to what is on the page itself', () => {
    const { body, title, status } = renderChangePage(input);
    assert.equal(title, 'My change: A clearer home');
    assert.match(status, /thing/);
    const primary = elementsOf(body).filter(({ attributes }) => String(attributes['class']).includes('primary'));
    assert.deepEqual(
      primary.map((each) => [textOf(each), each.attributes['href']]),
      [['Show What to Fix', '#fix']],
    );
    const commit = renderChangePage({ ...input, step: 'commit' });
    assert.deepEqual(linksIn(commit.body, /^Show Problems$/), ['command:x']);
    assert.deepEqual(linksIn(commit.body, /^Other$/), ['command:y']);
    const pull = { number: 12, address: 'https://github.com/acme/shop/pull/12' };
    assert.deepEqual(linksIn(renderChangePage({ ...input, pull }).body, /pull\/12$/), [pull.address]);
    assert.match(pageText({ ...input, pull }), /Pull request 12: https:\/\/github\.com\/acme\/shop\/pull\/12/);
    assert.deepEqual(linksIn(renderChangePage({ ...input, step: undefined }).body, /^Show What/), []);
    const none = { ...input, next: { sentence: [], buttons: [] }, step: undefined };
    assert.doesNotMatch(renderChangePage(none).body, /class="button primary"/);
  });

  it('says the words of pages and code before and after, each with its place', () => {
    assert.doesNotMatch(renderChangePage(input).body, /Words in pages and code/);
    const page = (text: string): FileVersion => ({ mode: '100644', oid: undefined, bytes: text.length, text });
    const files = Array.from({ length: 21 }, (_, index) => ({
      path: `docs/${index}.md`,
      before: page('- Old <words>\n- Go on\n'),
      after: page('- New <words>\n- Go home\n'),
      added: [],
      removedLines: 2,
    }));
    const { body } = renderChangePage(withReview({}, { reworded: listReworded(files) }));
    const articles = elementsOf(body).filter(
      ({ name, attributes }) => name === 'article' && String(attributes['aria-label']).startsWith('docs/'),
    );
    assert.equal(articles.length, 40);
    assert.match(
      textOf(articles[1] as XmlElement),
      /^docs\/0\.md , line 2 Before Go \[taken out: on \] Now Go \[new: home \] See it in its file$/,
    );
    assert.match(body, /… and 2 more: see the files below/);
    const one = renderChangePage(withReview({}, { reworded: listReworded(files.slice(0, 1)) }));
    assert.deepEqual(linksIn(one.body, /^See it in its file$/), [
      'command:pmZone.showDifference?["docs/0.md",1]',
      'command:pmZone.showDifference?["docs/0.md",2]',
    ]);
  });

  it('says the words before and after in full, language by language, with the difference marked in words', () => {
    const { body } = renderChangePage(input);
    const [article] = elementsOf(body).filter(
      (each) => each.name === 'article' && /Start with one board/.test(textOf(each)),
    );
    assert.ok(article);
    assert.match(
      textOf(article),
      /^“Start with one board\.” Changed in 2 languages\. body English Before \[taken out: Nothing here yet \] \. Now \[new: Start with one board \] \. See it in en\.json Put This Text Back German Before/,
    );
    assert.match(textOf(article), /Not there in 1 language: French\. Edit These Words in All Languages$/);
    assert.match(body, /1 other language still says what it said before|2 other languages still say/);
    const back = linksIn(body, /^Put This Text Back$/);
    const edit = linksIn(renderChangePage(input).body, /^Edit These Words in All Languages$/);
    assert.ok(edit.includes('command:pmZone.editWords?["src/home/i18n/en.json","[\\"body\\"]"]'), edit.join('\n'));
    assert.ok(back.includes('command:pmZone.putTextBack?["src/home/i18n/en.json","[\\"body\\"]"]'), back.join('\n'));
    assert.ok(
      linksIn(body, /^See it in en\.json$/).includes('command:pmZone.showDifference?["src/home/i18n/en.json",3]'),
    );
    const languages = elementsOf(body).flatMap(({ name, attributes }) => (name === 'dd' ? [attributes['lang']] : []));
    assert.deepEqual(languages.slice(0, 2), ['en', 'en']);
  });

  it('says flags, findings with their fixes, the plan, what is due and with whom, and every file', () => {
    const text = pageText(input);
    assert.match(text, /new-home : was off, 0 % , is now on, 10 %/);
    assert.match(text, /To fix: “title” now lacks \{name\}/);
    assert.match(text, /Blocks the change: src\/auth\/login\.ts is locked/);
    assert.match(
      text,
      /Your engineering DRI \(the engineer who answers for this\): @erin \. Your product DRI: @paul \./,
    );
    assert.match(text, /The plan A clearer home : Approved\./);
    assert.match(text, /src\/auth\/login\.ts : changed, not committed yet, locked for you\. Put This File Back…/);
    assert.match(text, /src\/home\/PLANNING\.md : new, committed, yours to edit\. Take This File Out…/);
    const { body } = renderChangePage(input);
    const index = input.reviewed.review.findings.findIndex(({ message }) => message.startsWith('“title” now lacks'));
    assert.deepEqual(linksIn(body, /^Put \{name\} back into the text$/), [
      `command:pmZone.applyFix?["${input.reviewed.contentHash}",${index},"Put {name} back into the text"]`,
    ]);
    assert.deepEqual(linksIn(body, /^login\.ts(?:, line 1)?$/), [
      'command:pmZone.showDifference?["src/auth/login.ts",1]',
    ]);
  });

  it('asks for what this change has to have confirmed, with the facts beside it', () => {
    const text = pageText(input);
    assert.match(text, /For you to confirm \(\d\)/);
    assert.doesNotMatch(text, /test plan/i);
    assert.match(
      text,
      /The change stays in what the plan's Scope says\. Your plan says: In: the sentence on the home page\. Your plan says: Out: everything else\. The plan's Scope names none of the files that you changed: .*src\/auth\/login\.ts/,
    );
    assert.match(text, /“Home”: 2 other languages still say what they said before: French, German\./);
    assert.match(text, /“Start with one board\.”: 1 language does not have it: French\./);
    assert.match(text, /Nothing in your commits says that AI wrote any of it/);
    assert.match(text, /Your change touches no docs\./);
    const { body } = renderChangePage(input);
    assert.ok(
      linksIn(body, /^I Confirm This$/).includes(
        `command:pmZone.confirmItem?["${input.reviewed.contentHash}","docs",true]`,
      ),
    );
  });

  it('leaves out what there is nothing of', () => {
    const text = pageText(withReview({ items: [], findings: [] }));
    assert.doesNotMatch(text, /To fix|to confirm \(|Confirmed by you|Due later|Good to know/);
    const none = { ...input.mine, plan: { ...input.mine.plan, plan: undefined }, uncommitted: [] };
    const merged = { ...none, change: { ...none.change, files: [] } };
    const ofMerged = { ...input, mine: merged, reviewed: undefined, step: 'next-change' } as const;
    assert.doesNotMatch(pageText(ofMerged), /planning doc/);
    assert.match(pageText({ ...ofMerged, mine: { ...none } }), /No planning doc belongs to this change yet/);
  });

  it('takes back what is confirmed, and says why a word does not count', () => {
    const item: ReviewItem = {
      id: 'docs',
      section: 'Docs',
      text: 'Docs are right',
      check: 'docs',
      verdict: 'attested',
    };
    const given = withReview({ items: [item] });
    assert.match(pageText(given), /Confirmed by you Docs are right\. .*✓ Confirmed Take It Back/);
    const setAside = { commit: 'c'.repeat(40), address: 'x@example.com', why: 'it is of somebody else' } as const;
    const open = { ...item, verdict: 'attest', by: 'author', setAside } as const;
    assert.match(
      pageText(withReview({ items: [open as ReviewItem] })),
      /commit cccccccccc by x@example\.com confirms it, which does not count/,
    );
  });

  it('says whose change it is where another’s branch is open, and who confirmed it', () => {
    const [commit] = input.mine.change.commits;
    assert.ok(commit);
    const by = (...authors: readonly { readonly name: string; readonly email: string }[]): Complete => {
      const commits = authors.map((author) => ({ ...commit, author }));
      return { ...input, mine: { ...input.mine, change: { ...input.mine.change, commits } } };
    };
    const [maya, ola] = [
      { name: 'Maya', email: 'MAYA@example.com' },
      { name: 'Ola <b>', email: 'ola@example.com' },
    ];
    for (const own of [by(), by(maya), by(ola, maya), { ...by(ola), reviewed: undefined }])
      assert.doesNotMatch(pageText(own), /Its commits are by/);
    assert.match(pageText(by(ola, ola)), /Its commits are by Ola <b> and none is by you, while all here/);
    const claimedBy = { commit: 'c'.repeat(40), name: 'Ola', address: 'ola@example.com' };
    const item = { id: 'docs', section: 'Docs', text: 'Docs are right', check: 'docs', verdict: 'attested' } as const;
    const others = pageText(withReview({ items: [{ ...item, claimedBy }] }));
    assert.match(others, /Confirmed by the author Docs are right\. .*✓ Confirmed by Ola/);
    assert.doesNotMatch(others, /Take It Back|Confirmed by you/);
    const mine = withReview({ items: [{ ...item, claimedBy: { ...claimedBy, address: maya.email } }] });
    assert.match(pageText(mine), /Confirmed by you .*✓ Confirmed Take It Back/);
  });

  it('has facts for each thing that is the PM’s, and none where nothing is known', () => {
    const ask = (id: string, section = 'X'): ReviewItem => ({
      id,
      section,
      text: `Is ${id}`,
      check: id,
      verdict: 'attest',
      by: 'author',
    });
    const facts = (item: ReviewItem, more: Partial<ReviewedChange> = {}): string =>
      /Is [\w-]+\.(.*?)I Confirm This/.exec(pageText(withReview({ items: [item] }, more)))?.[1]?.trim() ??
      'no such item';
    const files = [
      'a/analytics/events.ts',
      'a/prompts/x.md',
      'a/components/B.tsx',
      ...Array.from({ length: 14 }, (_, n) => `docs/${n}.md`),
    ];
    const change = { ...input.reviewed.change, files: files.map((path) => ({ path, added: [], removedLines: 0 })) };
    const doc = {
      ...input.reviewed.plan.plan?.doc,
      sections: [
        { heading: 'Test plan', line: 1, body: '1. Open **it**\n\n2. See', shown: 'Open it' },
        {
          heading: 'Success metrics',
          line: 2,
          body: Array.from({ length: 15 }, (_, n) => `- m${n}`).join('\n'),
          shown: 'm',
        },
      ],
    } as NonNullable<ReviewedChange['plan']['plan']>['doc'];
    const linked = { ...input.reviewed.plan, plan: { path: 'P', doc, gaps: [] } };
    const all = { change, plan: linked };
    const scoped = (...paths: readonly string[]) => ({
      ...all,
      change: { ...change, files: paths.map((each) => ({ path: each, added: [], removedLines: 0 })) },
      plan: {
        ...linked,
        plan: {
          path: 'P',
          gaps: [],
          doc: {
            ...doc,
            sections: [{ heading: 'Scope', line: 1, body: '**In:** `a/b.html`', shown: '**In:** `a/b.html`' }],
          },
        },
      },
    });
    assert.match(
      facts(ask('planning-scope'), scoped('a/b.html', 'locale/de.po', 'P')),
      /In: a\/b\.html Your change also touches what the plan's Scope does not name: locale\/de\.po\./,
    );
    assert.doesNotMatch(facts(ask('planning-scope'), scoped('a/b.html', 'P')), /does not name|names none/);
    assert.match(facts(ask('test-plan'), all), /^Your plan says: Open it Your plan says: See/);
    assert.match(
      facts(ask('telemetry-planned'), all),
      /^This concerns a\/analytics\/events\.ts\. Your plan says: m0 .* … and 3 more\./,
    );
    assert.match(facts(ask('design-system'), all), /^This concerns a\/components\/B\.tsx\./);
    assert.match(facts(ask('docs'), all), /^Your change touches these docs: .*docs\/11\.md and 2 more\./);
    assert.match(facts(ask('prompt-contract'), all), /^A change of a prompt/);
    assert.match(facts(ask('prompt-variables')), /^The app fills in/);
    assert.match(facts(ask('planning-scope'), { plan: { ...linked, plan: undefined } }), /^The section Scope/);
    assert.match(
      facts(ask('ai-understood'), {
        provenance: { kind: 'assisted', evidence: ['commit 1 says "AI"'], files: new Map() },
      }),
      /^Commit 1 says "AI"\./,
    );
    assert.equal(facts(ask('own')), '');
    assert.match(
      facts(ask('own', 'Copy')),
      /^English: “Home” English: “Start with one board\.” German: “Beginne mit einem Board\.”$/,
    );
    const [text] = input.reviewed.texts;
    assert.ok(text);
    const gone = [
      {
        ...text,
        untouched: [],
        without: [],
        differences: [{ path: text.differences[0].path, locale: 'en', before: 'x' }] as const,
      },
    ];
    assert.equal(facts(ask('own', 'Copy'), { texts: gone }), '');
    assert.match(
      facts(ask('copy-locales'), { texts: gone }),
      /^“x”: written in every language that there is \(English\)\./,
    );
    const lacking = [{ ...text, untouched: [], without: [text.differences[0], text.differences[0]] as never }];
    assert.match(facts(ask('copy-locales'), { texts: lacking }), /2 languages do not have it/);
    const french = { path: 'i18n/fr.json', locale: 'fr', text: 'x' };
    const left = (texts: readonly ChangedText[], platform?: string) =>
      facts(ask('copy-locales'), { texts, platform }).match(/Your pull request lists [^.]*\. You confirm [^.]*\./)?.[0];
    const [english] = text.differences;
    const german = { ...english, path: 'i18n/de.json', locale: 'de' };
    const behind = [{ ...text, differences: [english] as const, untouched: [french], without: [] }];
    assert.equal(
      left(behind, 'Weblate'),
      'Your pull request lists these languages, which are written on Weblate. You confirm that the change may go out before they follow.',
    );
    assert.match(String(left(behind)), /lists these languages\. /);
    assert.ok(left([{ ...text, differences: [german] as const, untouched: [french], without: [] }]));
    const besideEnglish = { ...english, text: 'x' };
    const translation = { ...text, differences: [german] as const, untouched: [french, besideEnglish], without: [] };
    assert.equal(left([translation]), undefined, 'a better translation leaves no language behind');
    const british = { ...english, path: 'i18n/en-GB.json', locale: 'en-GB' };
    const spelling = { ...text, differences: [british] as const, untouched: [french, besideEnglish], without: [] };
    assert.equal(
      left([spelling]),
      undefined,
      'British English beside English is a translation, as in the pull request',
    );
    assert.ok(left([{ ...spelling, untouched: [french] }]), 'and the original where there is no other');
  });

  it('says that what users read before stood in the code', () => {
    const [text] = input.reviewed.texts;
    assert.ok(text);
    const difference = {
      path: 'po/en.po',
      locale: 'en',
      before: 'Last nap',
      after: 'Last rest',
      beforeInCode: true,
    } as const;
    const said = pageText(withReview({}, { texts: [{ ...text, differences: [difference] }] }));
    assert.match(said, /Before, the words in the code Last \[taken out: nap \] Now Last/);
  });

  it('shows much as less, and new and lost texts as what they are', () => {
    const [text] = input.reviewed.texts;
    assert.ok(text);
    const language = (n: number) => ({ path: `i18n/x${n}.json`, locale: undefined });
    const many = {
      ...text,
      id: 'many',
      differences: [
        { ...language(0), after: '' },
        ...Array.from({ length: 8 }, (_, n) => ({ ...language(n + 1), after: 'New' })),
      ] as const,
      untouched: [{ ...language(20), text: 'Old' }],
      without: [],
    };
    const gone = {
      ...text,
      id: 'gone',
      differences: [{ ...language(1), before: 'Old words' }] as const,
      untouched: [],
      without: [],
    };
    const coded = {
      ...text,
      id: 'coded',
      differences: [{ ...language(2), before: 'Made', beforeInCode: true, after: 'New one' }] as const,
      untouched: [],
      without: [],
    };
    assert.match(
      pageText(withReview({}, { texts: [coded] })),
      /x2\.json Before, the words in the code \[taken out: Made \] Now \[new: New one \]/,
    );
    const texts = [many, gone, ...Array.from({ length: 60 }, (_, n) => ({ ...gone, id: `g${n}` }))];
    const said = pageText(withReview({}, { texts }));
    assert.match(said, /New in 9 languages\..*x0\.json New empty .*3 more languages/);
    assert.match(said, /1 other language had a text for it already x20\.json: “Old”/);
    assert.match(said, /Taken out in 1 language\. title x1\.json Before Old words Now Taken out See it in x1\.json/);
    assert.match(said, /… and 2 more texts: see the files below/);
    const finding = { check: 'size', severity: 'needs-fix', message: 'Too large', because: [] } as const;
    const findings = [
      ...Array.from({ length: 61 }, () => finding),
      { ...finding, severity: 'note', message: 'Just so', path: 'a/b.md' } as const,
    ];
    const noted = pageText(withReview({ findings, crashes: [{ check: 'zone', message: 'secret' }] }));
    assert.match(
      noted,
      /To fix \(62\).*this could not be checked, which should not happen\. Show the log.*… and 1 more\./,
    );
    assert.match(noted, /Good to know Just so b\.md/);
    assert.doesNotMatch(noted, /secret/);
    const files = Array.from({ length: 201 }, (_, n) => ({ path: `f${n}`, added: [], removedLines: 0 }));
    const mine = { ...input.mine, change: { ...input.mine.change, files } };
    assert.match(pageText({ ...input, mine }), /The files \(201\) f0 : removed, committed\. .*… and 1 more\./);
  });

  it('stays small whatever the texts are: what does not fit is counted, and leads to the file', () => {
    const words = (seed: number, count: number): string =>
      Array.from({ length: count }, (_, n) => `w${(n * seed) % 977}`).join(' ');
    const language = (n: number, count: number) => ({
      path: `i18n/x${n}.json`,
      locale: 'de',
      before: words(7 + n, count),
      after: words(13 + n, count),
    });
    const text = (id: number, languages: number, count: number): ChangedText => ({
      id: `t${id}`,
      key: `k${id}`,
      keyPath: `["k${id}"]`,
      differences: Array.from({ length: languages }, (_, n) => language(n, count)) as never,
      untouched: Array.from({ length: 100 }, (_, n) => ({
        path: `i18n/y${n}.json`,
        locale: 'fr',
        text: words(3, count),
      })),
      without: [],
    });
    const many = renderTexts(
      Array.from({ length: 10 }, (_, n) => text(n, 30, 400)),
      'en',
    );
    assert.ok(many.length < 1_000_000, `${many.length}`);
    const said = many.replaceAll(/<[^>]*>|\s+/g, ' ');
    assert.match(said, /Changed in 30 languages\..* … and \d+ more languages: see the files below\./);
    assert.match(said, /… and \d+ more texts: see the files below\./);
    const long = renderTexts([text(0, 1, 40_000)], 'en');
    assert.ok(long.length < 200_000, `${long.length}`);
    assert.match(long, /…/);
    const all = renderTexts([text(0, 20, 20)], 'en');
    assert.doesNotMatch(all, /see the files below/);
  });

  it('says what is known of flags and of the plan', () => {
    const { flags, plan: linked } = input.reviewed;
    const [difference] = flags.differences;
    const same = {
      ...flags,
      differences: [{ ...difference, key: 'new-home', before: difference?.after, after: difference?.after }],
      sharedChanges: [{ path: 'f', at: { line: 1, column: 1 }, message: 'A default' }],
    };
    assert.match(
      pageText(withReview({}, { flags: same })),
      /new-home : on, 10 %, other settings differ\. See the difference A default/,
    );
    const gone = {
      ...flags,
      differences: [
        { key: 'x', before: difference?.before, after: undefined },
        { key: 'y', before: undefined, after: undefined },
      ],
    };
    assert.match(
      pageText(withReview({}, { flags: gone })),
      /x : was off, 0 % , is now not there \. See the difference y : not there, other settings differ\. new-home , the flag of your plan: on, 10 %, as before\./,
    );
    assert.match(
      pageText(withReview({}, { flags: { ...gone, flags: new Map() } })),
      /the flag of your plan: in no flag file yet/,
    );
    assert.match(
      pageText(withReview({}, { flags: { ...gone, differences: [] }, plan: { ...linked, plan: undefined } })),
      /To fix/,
    );
    const planned = (part: Partial<Complete['mine']['plan']>): string =>
      pageText({ ...input, mine: { ...input.mine, plan: { ...linked, ...part } } });
    assert.match(planned({ plan: undefined, candidates: [] }), /No planning doc belongs to this change yet/);
    assert.match(planned({ plan: undefined, candidates: ['a', 'b'] }), /More than one planning doc fits .* a b/);
    const own = linked.plan;
    assert.ok(own);
    const gaps = [{ what: 'Scope', message: 'It is empty.', line: 3 }];
    assert.match(
      planned({ plan: { ...own, gaps, doc: { ...own.doc, status: 'In Review' } } }),
      /In Review\. @erin and @paul approve it\. 1 thing is missing in it: Scope : It is empty\./,
    );
    assert.match(
      planned({
        plan: {
          ...own,
          gaps: [],
          doc: { ...own.doc, title: undefined, status: undefined, engineeringDris: [], productDris: [] },
        },
      }),
      /src\/home\/PLANNING\.md : no status yet\./,
    );
  });

  it('names who answers by the plan, else by the roster, else nobody', () => {
    const unnamed = { ...input.reviewed.plan, plan: undefined };
    assert.match(pageText(withReview({}, { plan: unnamed })), /engineer who answers for this\): @erin/);
    const nobody = { ...input.reviewed.asking, rows: [] };
    assert.match(
      pageText(withReview({}, { plan: unnamed, asking: nobody })),
      /nobody is named yet \. Your product DRI: nobody is named yet/,
    );
  });

  it('says where it stands before, during and after a review, and where that cannot be read', () => {
    const status = (part: Partial<ChangePageInput>): string => renderChangePage({ ...input, ...part }).status;
    assert.equal(status({ isReviewing: true }), 'Reviewing your change…');
    assert.equal(status({ reviewed: undefined }), 'Not reviewed yet.');
    assert.match(
      status({ mine: { ...input.mine, contentHash: 'other' } }),
      /^You changed something since the review\. Before that: /,
    );
    for (const step of ['merged', 'next-change'] as const) assert.equal(status({ step }), 'Merged.');
    assert.equal(status({ step: 'taken-back' }), 'Merged, and taken back since.');
    assert.equal(status({ mine: undefined }), 'Where your change stands cannot be read right now.');
    assert.equal(status({ mine: undefined, trouble: 'Git is gone.' }), 'Git is gone.');
    assert.equal(status({ mine: undefined, isRead: false }), 'Reading where your change stands…');
    const bare = renderChangePage({ ...input, mine: undefined, next: undefined });
    assert.deepEqual([bare.title, linksIn(bare.body, /./)], ['My change', []]);
    const unplanned = { ...input.mine, plan: { ...input.mine.plan, plan: undefined } };
    assert.equal(renderChangePage({ ...input, mine: unplanned, reviewed: undefined }).title, 'My change: pm/home');
    const misleading = { ...unplanned, branch: `\u202e${'x'.repeat(200)}` };
    assert.match(renderChangePage({ ...input, mine: misleading }).title, /^My change: \\u\{202e\}x{100,120}…$/);
  });

  it('is a document with a strict policy, whose parts are headed and whose ids are its own', () => {
    const page = renderChangePage(input);
    const html = renderChangeDocument(page, 'en', 'abc');
    assert.ok(html.includes(`content="default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'"`));
    assert.match(html, /<script nonce="abc">/);
    assert.doesNotMatch(html, /https?:/);
    const elements = elementsOf(page.body);
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    assert.equal(new Set(ids).size, ids.length);
    const known = new Set(ids);
    for (const { name, attributes } of elements) {
      // It is a list of ids, so that one with a space in it would name nothing.
      if (name === 'section')
        assert.ok(
          known.has(String(attributes['aria-labelledby'])) && !/\s/.test(String(attributes['aria-labelledby'])),
        );
      if (name === 'article') assert.match(String(attributes['aria-label']), /^“/);
      if (name === 'a' && attributes['href']?.startsWith('#')) assert.ok(known.has(attributes['href'].slice(1)));
      if (name === 'a') assert.ok(attributes['id'] !== undefined);
    }
    assert.deepEqual(elements.filter(({ name }) => name === 'h1').map(textOf), ['My change: A clearer home']);
    assert.equal(elements.filter(({ name }) => name === 'nav').length, 1);
  });

  it('takes no text of the repository as markup, whatever it is', () => {
    const names = new Set(elementsOf(renderChangePage(input).body).map(({ name }) => name));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onclick='x",
        ']]>',
        '<!--',
        '\u202e</a>',
        '&lt;b&gt;',
        '\\u{200c}',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (one, two, three) => {
        const [text] = input.reviewed.texts;
        const [finding] = input.reviewed.review.findings;
        assert.ok(text && finding && input.reviewed.plan.plan);
        const own: ReviewItem = {
          id: two,
          section: 'Copy',
          text: one,
          check: undefined,
          verdict: 'attest',
          by: 'author',
        };
        const evil = withReview(
          { findings: [{ ...finding, message: one, path: two, line: 1 }], items: [own] },
          {
            texts: [
              {
                ...text,
                id: one,
                key: two,
                keyPath: three,
                differences: [{ path: one, locale: two, before: two, after: three }],
                untouched: [{ path: two, locale: three, text: one }],
              },
            ],
          },
        );
        const linked = {
          ...input.mine.plan,
          plan: { ...input.reviewed.plan.plan, path: two, doc: { ...input.reviewed.plan.plan.doc, title: three } },
        };
        const fixes = new Map([
          [evil.reviewed.review.findings[0] as typeof finding, [{ title: three, steps: [], isPreferred: true }]],
        ]);
        const { body } = renderChangePage({ ...evil, fixes, mine: { ...input.mine, plan: linked } });
        for (const { name, attributes } of elementsOf(body)) {
          assert.ok(names.has(name) || name === 'br' || name === 'em', name);
          assert.ok(
            Object.keys(attributes).every((each) =>
              /^(?:id|class|role|href|lang|dir|tabindex|aria-(?:label|labelledby))$/.test(each),
            ),
          );
          if (attributes['href'] !== undefined) assert.match(attributes['href'], /^(?:command:|#)/);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('offerFixes', () => {
  it('offers what helps the file as it is now, and none for a line that was taken out or a file that is gone', async () => {
    const repository = pilotRepository();
    try {
      repository.write('src/home/i18n/en.json', en('Home', 'Nothing here yet.'));
      const asker = { environment: repository.environment, as: 'maya@example.com' };
      const reviewed = await readReview(repository.root, asker, () => true);
      assert.ok(reviewed);
      const lacks = findingsToFix(reviewed).filter(({ message }) => message.includes('now lacks'));
      assert.equal(lacks.length, 1);
      const offered = async (now: string | undefined): Promise<readonly string[]> =>
        [...(await offerFixes(lacks, reviewed, () => Promise.resolve(now))).values()].flat().map(({ title }) => title);
      assert.match(String(await offered(en('Home', 'Nothing here yet.'))), /^Put \{name\} back/);
      assert.match(String(await offered(`\n${en('Home', 'Nothing here yet.')}`)), /^Put \{name\} back/);
      assert.match(String(await offered(en('House', 'Nothing here yet.'))), /^Put \{name\} back/);
      assert.deepEqual(await offered(en('Start, {name}', 'Nothing here yet.')), [
        'Put the old text back: Home, {name}',
      ]);
      assert.deepEqual(await offered('{\n  "body": "Nothing here yet."\n}\n'), []);
      assert.deepEqual(await offered(undefined), []);
      const elsewhere = lacks.map((finding) => ({ ...finding, path: 'not/changed.json' }));
      const other = { ...reviewed, review: { ...reviewed.review, findings: elsewhere } };
      assert.equal((await offerFixes(elsewhere, other, () => Promise.resolve('{}\n{}'))).size, 1);
    } finally {
      repository.remove();
    }
  });
});

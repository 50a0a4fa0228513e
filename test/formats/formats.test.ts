import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { escapeMarkdown } from '../../src/text/plain-markdown.js';
import { formatGithub } from '../../src/formats/format-github.js';
import { formatJson } from '../../src/formats/format-json.js';
import { formatMarkdown } from '../../src/formats/format-markdown.js';
import { formatSarif } from '../../src/formats/format-sarif.js';
import { formatText } from '../../src/formats/format-text.js';
import { describeVerdict } from '../../src/formats/verdict-words.js';
import type { Moment } from '../../src/review/check.js';
import { listRewrites } from '../../src/review/list-rewrites.js';
import type { Finding, ItemVerdict, Review, ReviewItem } from '../../src/review/review.js';

const item = (verdict: ItemVerdict, more: Partial<ReviewItem> = {}): ReviewItem => ({
  id: 'x',
  section: 'Copy',
  text: `An item with ${verdict}`,
  check: 'x',
  verdict,
  ...more,
});
const finding = (check: string, more: Partial<Finding> = {}): Finding => ({
  check,
  severity: 'needs-fix',
  message: `About ${check}`,
  because: [],
  ...more,
});

const review = (more: Partial<Review> = {}): Review => ({
  verdict: 'needs-fix',
  moment: 'push',
  base: { ref: 'origin/main', commit: 'b'.repeat(40) },
  head: { ref: 'worktree', commit: undefined },
  policy: { ref: 'origin/main', commit: 'a'.repeat(40), preview: false },
  author: { names: ['maya@example.com'], kind: 'pilot-pm' },
  files: 2,
  items: [],
  findings: [],
  crashes: [],
  ...more,
});

describe('listRewrites', () => {
  it('puts a missing plan first, then risks, then the zone, then the rest, then what is to confirm', () => {
    const findings = [
      finding('size'),
      finding('zone', { severity: 'blocker', path: 'a', line: 2, column: 3 }),
      finding('note', { severity: 'note' }),
      finding('secrets', { severity: 'blocker', path: 'b' }),
      finding('flag-owned', { severity: 'blocker' }),
      finding('planning-linked'),
    ];
    const items = [
      item('attest', { id: 'docs', by: 'author' }),
      item('attest', { id: 'sign-off', by: 'engineering DRI' }),
      item('attest', { id: 'protected-data', by: 'engineering DRI' }),
      item('attest', { id: 'later', due: 'push' }),
    ];
    const rewrites = listRewrites(review({ findings, items }));
    assert.deepEqual(
      rewrites.map((each) => [each.place, each.severity]),
      [
        ['planning-linked', 'needs-fix'],
        ['b', 'blocker'],
        ['a:2:3', 'blocker'],
        ['flag-owned', 'blocker'],
        ['size', 'needs-fix'],
        ['pm-zone attest', 'attest'],
        ['engineering DRI', 'attest'],
      ],
    );
    assert.match(
      rewrites.at(-2)?.message ?? '',
      /^One item is yours to confirm\. .* where they are true run pm-zone attest\./,
    );
    assert.match(rewrites.at(-1)?.message ?? '', /^2 items are the engineering DRI's to confirm on the pull request/);
  });

  it('counts what is claimed where it has to be proven, and what is the product DRI’s too', () => {
    const signOff = item('attest', { id: 'sign-off', by: 'engineering DRI' });
    const plan = item('claimed', { id: 'planning-complete', check: 'planning-complete' });
    const zone = item('claimed', { id: 'zone', check: 'zone' });
    const said = (items: readonly ReviewItem[], moment: Moment = 'pull-request') =>
      listRewrites(review({ items, moment })).at(-1)?.message;
    assert.equal(
      said([signOff, plan, zone]),
      "3 items are the engineering DRI's to confirm on the pull request, 2 of them the product DRI's too.",
    );
    assert.equal(
      said([plan]),
      "One item is the engineering DRI's to confirm on the pull request, and the product DRI's too.",
    );
    assert.equal(said([zone]), "One item is the engineering DRI's to confirm on the pull request.");
    assert.equal(said([zone, plan], 'push'), undefined);
  });

  it('tells what the engineering DRI has to look at, and where', () => {
    const items = [
      item('attest', { check: 'flag-gated', by: 'engineering DRI' }),
      item('attest', { check: 'docs', by: 'author' }),
      item('pass', { check: 'secrets' }),
    ];
    const findings = [
      finding('flag-gated', { severity: 'note', path: 'a.tsx', line: 2, id: 'flag-gated-1' }),
      finding('flag-gated', { severity: 'note' }),
      finding('docs', { severity: 'note' }),
      finding('secrets', { severity: 'note' }),
    ];
    assert.deepEqual(
      listRewrites(review({ findings, items })).map(({ place, id, severity }) => [place, id, severity]),
      [
        ['pm-zone attest', undefined, 'attest'],
        ['a.tsx:2', 'flag-gated-1', 'attest'],
        ['flag-gated', undefined, 'attest'],
        ['engineering DRI', undefined, 'attest'],
      ],
    );
    const many = Array.from({ length: 12 }, () => finding('flag-gated', { severity: 'note' }));
    assert.equal(listRewrites(review({ findings: many, items })).length, 12);
  });
});

describe('formatText', () => {
  const verdicts: readonly (readonly [Partial<Review>, RegExp])[] = [
    [{ author: { names: ['dana@x.y'], kind: 'not-on-roster' } }, /^dana@x\.y is not on the list of PMs/],
    [{ author: { names: [], kind: 'not-on-roster' } }, /^The author is not on the list of PMs/],
    [
      { crashes: [{ check: 'size', message: 'boom' }] },
      /^Part of this review could not run.*\n.*\nCheck size failed: boom\n/,
    ],
    [
      { policy: { ref: 'the working copy', commit: undefined, preview: true } },
      /^This is a preview: .*\n2 files from origin\/main to worktree, judged by the policy of the working copy\.\n/,
    ],
    [{ verdict: 'ready', files: 0 }, /^Nothing has changed/],
    [{ verdict: 'blocked', files: 0, findings: [finding('secrets')] }, /^Blocked\.[^]*About secrets/],
    [{ verdict: 'ready', moment: 'edit' }, /^Ready to commit\./],
    [
      { verdict: 'ready', moment: 'commit', files: 1 },
      /^Ready to commit\..*\n1 file from origin\/main to worktree, judged by the policy of origin\/main at aaaaaaaaaa\.\n/,
    ],
    [{ verdict: 'ready', moment: 'push' }, /^Ready for the pull request\./],
    [{ verdict: 'ready', moment: 'pull-request' }, /^Ready: every item is decided\./],
    [{}, /^Not ready yet\./],
    [{ verdict: 'blocked' }, /^Blocked\./],
    [{ items: [item('claimed')] }, /^The PM's part is done\./],
    [
      { items: [item('attest', { by: 'engineering DRI' }), item('needs-fix', { due: 'push' })] },
      /^The PM's part is done\./,
    ],
    [{ items: [item('attest', { by: 'author' }), item('claimed')] }, /^Not ready yet\./],
    [{ items: [item('claimed')], findings: [finding('size')] }, /^Not ready yet\./],
    [{ items: [item('claimed')], findings: [finding('size', { severity: 'note' })] }, /^The PM's part is done\./],
    [{ items: [item('needs-fix'), item('claimed')] }, /^Not ready yet\./],
  ];
  for (const [more, sentence] of verdicts) {
    it('shows the command that does it below what to do, on a line of its own', () => {
      const text = formatText(review({ findings: [finding('planning-linked', { command: 'pm-zone plan "NAME"' })] }));
      assert.match(text, /^ {3}About planning-linked\n {3}pm-zone plan "NAME"$/m);
    });

    it(`begins with ${String(sentence)}`, () => assert.match(formatText(review(more)), sentence));
  }

  it('says each verdict in words and by a sign, and what is due as such', () => {
    const items = [
      item('pass'),
      item('needs-fix'),
      item('blocker'),
      item('attest', { by: 'author' }),
      item('attested'),
      item('claimed'),
      item('not-applicable'),
      item('not-applicable', { due: 'push', text: 'Later' }),
      item('attest', { due: 'push', by: 'author', text: 'Soon' }),
      item('attested', { due: 'push', text: 'Done early' }),
      item('attest', { due: 'pull-request', by: 'engineering DRI', text: 'Host' }),
      item('not-applicable', { section: 'AI prompts' }),
    ];
    const text = formatText(review({ items }));
    for (const line of [
      '  ✓ An item with pass: pass',
      '  ! An item with needs-fix: needs fix',
      '  ✗ An item with blocker: BLOCKER',
      '  ? An item with attest: yours to confirm',
      '  ✓ An item with attested: confirmed by the author',
      '  ? An item with claimed: claimed, to be proven on the pull request',
      '  ✓ Done early: confirmed by the author',
      '· Due before the pull request: Later; Soon.',
      '· Due on the pull request (engineering DRI): Host.',
      'Does not apply here: AI prompts.',
    ]) {
      assert.ok(text.includes(`${line}\n`), line);
    }
    assert.ok(!text.includes('An item with not-applicable'));
    assert.equal(describeVerdict(item('not-applicable')), 'does not apply');
    assert.equal(describeVerdict(item('attest', { by: 'engineering DRI' })), 'engineering DRI to confirm');
    assert.equal(
      describeVerdict(item('attest', { id: 'sign-off', by: 'engineering DRI' })),
      'engineering DRI and product DRI to confirm',
    );
    const later = { due: 'pull-request', by: 'engineering DRI' } as const;
    assert.equal(describeVerdict(item('attest', later)), 'due on the pull request (engineering DRI)');
    const both = { ...later, text: 'Engineering DRI and product DRI sign off' };
    assert.equal(describeVerdict(item('attest', both)), 'due on the pull request (engineering DRI and product DRI)');
    assert.equal(describeVerdict(item('pass', { due: 'push' })), 'pass');
    assert.equal(describeVerdict(item('attested', { due: 'push' })), 'confirmed by the author');
  });

  it('says whose word an attested item rests on, and why another does not count, in words that cannot be taken for ours', () => {
    const claim = { commit: 'abcdef0123456789', name: 'Maya', address: 'maya@example.com' };
    assert.equal(
      describeVerdict(item('attested', { claimedBy: claim })),
      'confirmed by the author (maya@example.com, says abcdef0123)',
    );
    const address = `x@y)\n| ready | **pass** <b>${'z'.repeat(300)}`;
    const setAside = { ...claim, address, why: 'it merges branches' };
    const open = item('attest', { by: 'author', setAside });
    const words = describeVerdict(open);
    assert.match(
      words,
      /^yours to confirm \(commit abcdef0123 by x@y ready pass b z+ confirms it, which does not count, since it merges branches\)$/,
    );
    assert.ok(words.length < 250);
    assert.ok(
      !formatMarkdown(review({ items: [item('attested', { claimedBy: { ...claim, address: '_a_[b]@c' } })] })).includes(
        '_a_[b]',
      ),
    );
    const { runs } = JSON.parse(formatSarif(review({ items: [open] }))) as {
      readonly runs: readonly { readonly properties: { readonly items: readonly ReviewItem[] } }[];
    };
    assert.deepEqual(runs[0]?.properties.items[0]?.setAside, setAside);
  });

  it('stays under 500 words and says how many points it leaves out', () => {
    const findings = Array.from({ length: 300 }, (_, index) =>
      finding('size', {
        path: `file-${index}.md`,
        line: 1,
        message: 'Ten words that say what happened and what to do.',
      }),
    );
    const text = formatText(review({ findings }));
    assert.ok(text.split(/\s+/).length < 500);
    const shown = text.match(/^\d+\. ! file-/gm)?.length ?? 0;
    assert.ok(shown > 10);
    assert.ok(text.includes(`… and ${300 - shown} more. The whole list: pm-zone review --format json`));
  });

  it('tells last what asks nobody for anything, where there is room for it', () => {
    const note = finding('copy-catalog', {
      path: 'i18n/de.json',
      line: 1,
      severity: 'note',
      message: 'Crowdin writes it.',
    });
    const asked = finding('flag-gated', { severity: 'note', message: 'Nobody can tell.' });
    const items = [item('attest', { check: 'flag-gated', by: 'engineering DRI' })];
    const text = formatText(review({ findings: [note, asked, finding('size')], items }));
    assert.match(text, /\nNothing to do here, but good to know:\n· i18n\/de\.json:1\n {3}Crowdin writes it\.\n$/);
    assert.equal(text.match(/Nobody can tell/g)?.length, 1);
    const long = finding('zone', { severity: 'note', message: 'word '.repeat(600) });
    assert.doesNotMatch(formatText(review({ findings: [long] })), /good to know/);
    const many = Array.from({ length: 90 }, () =>
      finding('size', { message: 'Ten words that say what happened and what to do.' }),
    );
    assert.doesNotMatch(formatText(review({ findings: [...many, note] })), /good to know/);
  });

  it('shows the first point however long it is', () => {
    assert.match(formatText(review({ findings: [finding('size', { message: 'word '.repeat(600) })] })), /1\. ! size/);
  });

  it('lets no name begin a line of its own', () => {
    const text = formatText(
      review({ findings: [finding('zone', { path: 'a\n0 Ready.md', message: 'a\n0 Ready.md is locked.' })] }),
    );
    assert.ok(text.includes('1. ! a\\u{a}0 Ready.md\n   a\\u{a}0 Ready.md is locked.\n'), text);
    assert.doesNotMatch(text, /^0 Ready/m);
  });

  it('lets no name or text command the terminal', () => {
    const text = formatText(
      review({
        findings: [finding('zone', { path: 'a\u001b[2J\u202e.md', severity: 'blocker' })],
        items: [item('attest', { by: 'author' })],
      }),
    );
    assert.ok(text.includes('1. ✗ a\\u{1b}[2J\\u{202e}.md'));
    assert.ok(text.includes('2. ? pm-zone attest'));
  });
});

describe('formatMarkdown', () => {
  it('has the table and the list, and says what it leaves out', () => {
    const findings = Array.from({ length: 25 }, (_, index) => finding('size', { path: `f${index}` }));
    const text = formatMarkdown(
      review({ items: [item('pass'), item('not-applicable'), item('not-applicable', { due: 'push' })], findings }),
    );
    assert.ok(text.includes('| Copy | An item with pass | pass |'));
    assert.ok(text.includes('| Copy | An item with not-applicable | due before the pull request |'));
    assert.ok(text.includes('20. **f19** About size'));
    assert.ok(text.includes('… and 5 more.'));
  });

  it('says what was reviewed, by which policy and for whom', () => {
    assert.ok(
      formatMarkdown(review({ head: { ref: 'HEAD', commit: 'c'.repeat(40) } })).includes(
        'Reviewed HEAD at cccccccccc against origin/main at bbbbbbbbbb, by the policy of origin/main at aaaaaaaaaa, as a change of ',
      ),
    );
    const nobody = formatMarkdown(review({ author: { names: [], kind: 'no-roster' } }));
    assert.match(nobody, /Reviewed worktree against .*, by the policy of \S+ at a{10}\.\n/);
  });

  it('has neither where there is nothing to say', () => {
    assert.ok(!formatMarkdown(review()).includes('|'));
  });

  const hostile = [
    'a|b',
    '<img src=x>',
    '@org/team',
    '# x',
    '- x',
    '1. x',
    '[a](b)',
    'https://x.y',
    'www.x.y',
    '`a`',
    'line\nbreak',
    '&lt;',
    '/close',
    '!1',
    'GH-1',
    '%1',
    '!x',
    'Fixes #1',
  ];
  for (const text of hostile) {
    it(`lets nothing live of ${JSON.stringify(text)}`, () => {
      const escaped = escapeMarkdown(text)
        .replace(/<!-- -->/g, '\0')
        .replace(/[@#]\0/g, '');
      assert.ok(!/[<>@#\n]|(?<!\\)[|`[\]!]|:\/\/|www\.|^\/|GH-\d|%\d|!\d/.test(escaped), escaped);
    });
  }

  it('begins no list', () => {
    assert.equal(escapeMarkdown('1. x'), '1\\. x');
    assert.equal(escapeMarkdown('- x'), '\\- x');
  });

  it('escapes whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) =>
          !/[<>@#\n]|(?<!\\)\|/.test(
            escapeMarkdown(text)
              .replace(/<!-- -->/g, '\0')
              .replace(/[@#]\0/g, ''),
          ),
      ),
    );
  });
});

describe('formatGithub', () => {
  it('writes annotations whose text cannot start another command', () => {
    const findings = [
      finding('zone', { severity: 'blocker', path: 'a,b:c.md', line: 3, column: 4, message: '100%\r\n::error::x' }),
      finding('size', { severity: 'note' }),
      finding('size'),
    ];
    const text = formatGithub(review({ findings, crashes: [{ check: 'secrets', message: 'boom' }] }));
    assert.deepEqual(text.split('\n').slice(0, 4), [
      '::error file=a%2Cb%3Ac.md,line=3,col=4,title=PM Zone%3A zone::100%25%0D%0A::error::x',
      '::notice title=PM Zone%3A size::About size',
      '::warning title=PM Zone%3A size::About size',
      '::error title=PM Zone%3A secrets::The check could not run: boom',
    ]);
    assert.match(text, /\n::error title=PM Zone::Part of this review could not run/);
    assert.match(formatGithub(review({ verdict: 'ready' })), /^::notice title=PM Zone::Ready/);
  });
});

describe('formatJson', () => {
  it('is the review on one line', () => {
    const one = review({ findings: [finding('size')] });
    const text = formatJson(one);
    assert.equal(text.indexOf('\n'), text.length - 1);
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(one)));
  });
});

describe('formatSarif', () => {
  const full = review({
    items: [item('pass', { check: 'size', text: 'Small enough' }), item('attest', { check: undefined })],
    findings: [
      finding('size'),
      finding('zone', { severity: 'blocker', path: 'i18n/a b%.json', line: 3, column: 4 }),
      finding('zone', { severity: 'note', path: 'gone.md' }),
      finding('copy', { path: 'x', line: 1 }),
    ],
    crashes: [{ check: 'secrets', message: 'boom' }],
  });

  it('is valid by the published schema', function () {
    const place = join(__dirname, '../../../../shared/data/schemas/sarif-2.1.0.json');
    if (!existsSync(place)) {
      console.log('      skipped: the published SARIF schema is not on this machine');
      this.skip();
    }
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(place, 'utf8')) as object);
    for (const each of [full, review()])
      assert.ok(validate(JSON.parse(formatSarif(each))), JSON.stringify(validate.errors));
    assert.ok(!validate({ version: '2.1.0' }), 'the schema refuses what is no log');
  });

  it('places each finding and records a crash', () => {
    const [run] = (
      JSON.parse(formatSarif(full)) as {
        runs: [
          {
            results: object[];
            invocations: [{ executionSuccessful: boolean }];
            tool: { driver: { rules: { id: string }[] } };
          },
        ];
      }
    ).runs;
    assert.deepEqual(run.results[1], {
      ruleId: 'zone',
      level: 'error',
      message: { text: 'About zone' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'i18n/a%20b%25.json' },
            region: { startLine: 3, startColumn: 4 },
          },
        },
      ],
    });
    assert.equal(run.invocations[0].executionSuccessful, false);
    assert.deepEqual(
      run.tool.driver.rules.map((rule) => rule.id),
      ['size', 'zone', 'copy', 'secrets'],
    );
  });

  it('says by which policy, against what and for whom, and the verdict of each item', () => {
    const { runs } = JSON.parse(formatSarif(full)) as { runs: [{ properties: object }] };
    const { verdict, moment, base, head, policy, author } = JSON.parse(JSON.stringify(full)) as Review;
    assert.deepEqual(runs[0].properties, {
      ...{ verdict, moment, base, head, policy, author },
      items: full.items.map(({ id, verdict: given }) => ({ id, verdict: given })),
    });
  });
});

describe('a review on GitLab', () => {
  const gitlabs = review({
    thing: 'merge request',
    items: [
      item('claimed', { id: 'sign-off', by: 'engineering DRI' }),
      item('not-applicable', { due: 'pull-request' }),
      item('attest', { id: 'protected-data', by: 'engineering DRI' }),
    ],
  });

  it('speaks of the merge request at a terminal and in Markdown', () => {
    for (const said of [formatText(gitlabs), formatMarkdown(gitlabs)]) {
      assert.match(said, /It waits for what the engineering DRI confirms on the merge request/);
      assert.match(said, /due on the merge request/i);
      assert.doesNotMatch(said, /pull request/);
    }
  });

  it('has the same data as elsewhere', () => {
    assert.equal(formatJson(gitlabs), formatJson({ ...gitlabs, thing: 'pull request' }));
  });
});

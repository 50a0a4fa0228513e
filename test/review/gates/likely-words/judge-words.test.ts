import assert from 'node:assert/strict';
import { describeMoreThanWords } from '../../../../src/review/gates/likely-words/describe-more-than-words.js';
import type { FileWords, UnsureWords } from '../../../../src/review/gates/likely-words/file-words.js';
import { judgeWords } from '../../../../src/review/gates/likely-words/judge-words.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../../support/review-context.js';

const page = 'app/views/home.html.erb';
const rest = Array.from({ length: 30 }, (_, index) => `<p>Text ${index}</p>`);

/** What is more than words in a page that had these lines and has those, with the same lines between them. */
async function moreIn(
  before: readonly string[],
  after: readonly string[],
  parts: ReviewContextParts = {},
): Promise<string | undefined> {
  const text = (lines: readonly string[]): string => lines.flatMap((line) => [...line.split('\n'), ...rest]).join('\n');
  const context = createReviewContext({ base: { [page]: text(before) }, head: { [page]: text(after) }, ...parts });
  const { other } = await judgeWords(context.change.files, context);
  return other && describeMoreThanWords(other);
}

const flutter = "import 'package:flutter/material.dart';\n";

describe('what is more than words', () => {
  it('is no catalog that only those beside it tell, or that is new in its language, and is one that is gone', async () => {
    const [original, turkish] = ['res/Page/index.properties', 'res/Page/index_tr.properties'];
    const judge = async (base: SideFiles, head: SideFiles): Promise<readonly string[]> => {
      const context = createReviewContext({ base, head });
      const { other } = await judgeWords(context.change.files, context);
      return other === undefined ? [] : [other.file.path];
    };
    const [was, now] = ['title=Old words\n', 'title=New words\n'];
    assert.deepEqual(await judge({ [original]: was, [turkish]: was }, { [original]: now, [turkish]: was }), []);
    assert.deepEqual(await judge({ [original]: was }, { [original]: was, [turkish]: was }), []);
    assert.deepEqual(await judge({ [original]: was }, { [original]: now }), [original]);
    assert.deepEqual(await judge({ [original]: was, [turkish]: was }, { [original]: was }), [turkish]);
  });

  for (const [what, path, was, now, says] of [
    [
      'in two alphabets',
      'src/a.tsx',
      '<p>Pay with PayPal now</p>;',
      '<p>Pay with P\u0430yPal now</p>;',
      /two alphabets.*“\u0430” is Cyrillic/,
    ],
    ['in two alphabets', 'a.html', '<p>Pay it now</p>', '<p>P\u0430y it now</p>', /“P\u0430y”/],
    ['with a sign that turns letters round', 'a.html', '<p>Pay it now</p>', '<p>&#8238;Pay it now</p>', /nobody sees/],
    ['with such a sign', 'a.html.erb', '<h1>Pay now</h1>', '<h1>Pay &#x202E;now</h1>', /nobody sees/],
    ['with such a sign', 'src/a.tsx', '<p>Pay it now</p>;', '<p>Pay &#x202e;it now</p>;', /nobody sees/],
  ] as const)
    it(`is one word ${what} in ${path}`, async () => {
      const context = createReviewContext({ base: { [path]: `\n${was}\n` }, head: { [path]: `\n${now}\n` } });
      const { other } = await judgeWords(context.change.files, context);
      assert.match(String(other && describeMoreThanWords(other)), says);
      assert.deepEqual(other?.lines, { start: 2, end: 2 });
    });

  const tab = (words: string, on: string): string => `export const A = () => <Tab label="${words}" ${on} />;\n`;
  for (const [what, path, was, now] of [
    ['compared', 'src/a.tsx', tab('Sign in', 'on={a === "Sign in"}'), tab('Log in', 'on={a === "Sign in"}')],
    [
      'compared, the other way',
      'src/a.tsx',
      tab('Sign in', 'on={"Sign in" !== a}'),
      tab('Log in', 'on={"Sign in" !== a}'),
    ],
    ['a key', 'src/a.tsx', tab('Sign in', 'on={{ "Sign in": 1 }[a]}'), tab('Log in', 'on={{ "Sign in": 1 }[a]}')],
    ['an index', 'src/a.tsx', tab('Sign in', 'on={all["Sign in"]}'), tab('Log in', 'on={all["Sign in"]}')],
    [
      'looked for',
      'src/a.tsx',
      tab('Sign in', "on={all.includes('Sign in')}"),
      tab('Log in', "on={all.includes('Sign in')}"),
    ],
    [
      'compared in a page',
      'a.vue',
      '<template>\n<a-tab label="Sign in" :on="tab === \'Sign in\'" />\n</template>',
      '<template>\n<a-tab label="Log in" :on="tab === \'Sign in\'" />\n</template>',
    ],
    [
      'compared where a button has them',
      'src/a.tsx',
      'const a = b === "Save it";\n<button>\n  Save it\n</button>;\n',
      'const a = b === "Save it";\n<button>\n  Keep it\n</button>;\n',
    ],
  ] as const)
    it(`are other words where the old ones are still ${what}`, async () => {
      const context = createReviewContext({ base: { [path]: was }, head: { [path]: now } });
      const { other } = await judgeWords(context.change.files, context);
      assert.match(
        String(other && describeMoreThanWords(other)),
        /^line \d of \S+ has other words than “S\w+ i[nt]” now, and something/,
      );
    });

  it('are none in a catalog that has its words for keys', async () => {
    for (const [path, texts] of [
      ['lang/en.php', "<?php\nreturn [\n    'Save it' => '§',\n];\n"],
      ['l10n/en.js', 'OC.L10N.register("a", {\n"Save it" : "§"\n}, "");\n'],
    ] as const) {
      const side = (words: string): SideFiles => ({ [path]: texts.replace('§', words) });
      const context = createReviewContext({ base: side('Save it'), head: side('Keep it') });
      assert.deepEqual(await judgeWords(context.change.files, context), { unsure: [] }, path);
    }
  });

  it('are not the words of a label that nothing is held against, be they elsewhere too', async () => {
    for (const [was, now] of [
      [tab('Sign in', 'title="Sign in"'), tab('Log in', 'title="Sign in"')],
      [tab('Sign in', 'on={a === "Sign"}'), tab('Log in', 'on={a === "Sign"}')],
      [tab('Sign in', 'on={a === "Sign in"}'), tab('Log in', 'on={a === "Log in"}')],
      [`<p>${'many words '.repeat(30)}</p>;`, `<p>${'more words '.repeat(30)}</p>;`],
      [tab('sign', 'on={a === "sign"}'), tab('log', 'on={a === "sign"}')],
      ['<p>\n  One of it\n</p>;', '<p>\n  One of it\n  and more\n</p>;'],
    ] as const) {
      const context = createReviewContext({ base: { 'src/a.tsx': was }, head: { 'src/a.tsx': now } });
      const { other } = await judgeWords(context.change.files, context);
      assert.equal(other?.why, undefined, now);
    }
  });

  it('is no word in two alphabets that was there before, nor is what joins or parts letters as they are written', async () => {
    const judge = async (was: string, now: string): Promise<unknown> => {
      const context = createReviewContext({ base: { 'a.html': was }, head: { 'a.html': now } });
      return judgeWords(context.change.files, context);
    };
    const words = { unsure: [] };
    assert.deepEqual(await judge('<p>P\u0430y it now</p>', '<p>P\u0430y it all now</p>'), words);
    const { other } = (await judge('<h1>Donau dampf</h1>', '<h1>Donau&shy;dampf</h1>')) as { other?: unknown };
    assert.equal(other, undefined);
  });

  it('is no space at the end of a line, unless the line goes on there', async () => {
    const style = '<style>  \n  p { margin: 0; }\t\n</style>\n';
    assert.equal(
      await moreIn([style, '<p>Old text</p> '], [style.replaceAll(/[ \t]+$/gm, ''), '<p>New text</p>']),
      undefined,
    );
    const script = '<script>\nlet a = "b\\  \nc";\n</script>';
    assert.match(String(await moreIn([script], [script.replace(/ +$/m, '')])), /more than words/u);
    const file = { mode: '100644', oid: 'a'.repeat(40), bytes: 9, unread: 'binary' } as const;
    const { change, words } = createReviewContext({
      base: { 'a.bin': file },
      head: { 'a.bin': { ...file, oid: 'b'.repeat(40) } },
    });
    assert.deepEqual(await Promise.all(change.files.map(async (file) => typeof (await words(file)))), ['object']);
  });

  it('is no blank line at the end of a file, which an editor puts there', async () => {
    const path = 'lang/hu/auth.php';
    const [was, now] = [
      "<?php\nreturn [\n    'a' => 'Hello yuo',\n];",
      "<?php\nreturn [\n    'a' => 'Hello you',\n];\n",
    ];
    const { change, words } = createReviewContext({ base: { [path]: was }, head: { [path]: now } });
    assert.deepEqual(await Promise.all(change.files.map(words)), ['words']);
  });

  it('is likely none where a page or a component says something else between its tags, and all else is as it was', async () => {
    const judge = async (path: string, was: string, now: string, parts: ReviewContextParts = {}): Promise<string> => {
      const { change, words } = createReviewContext({ base: { [path]: was }, head: { [path]: now }, ...parts });
      const [is] = await Promise.all(change.files.map(words));
      return typeof is === 'string' ? is : 'more';
    };
    const component = (said: string): string => `export const A = () => <div>${said}</div>;\n`;
    for (const [was, now, is] of [
      [
        '<InfoMessage>You need to identitfy users</InfoMessage>',
        '<InfoMessage>You need to identify users</InfoMessage>',
        'likely',
      ],
      ['<Card.Title>beta</Card.Title>', '<Card.Title>Beta</Card.Title>', 'likely'],
      ['<b><Rocket />beta</b>', '<b><Rocket />Beta</b>', 'likely'],
      ['<p>with Slack</p>', '<p>with Slack/Teams</p>', 'likely'],
      ['<p>with Slack</p>', '<p></p>', 'more'],
      ['<p>with Slack</p>', '<p>with \u202eSlack</p>', 'more'],
      ['<TrackEvent>old_name</TrackEvent>', '<TrackEvent>new_name</TrackEvent>', 'more'],
      ['<GraphQL>old name</GraphQL>', '<GraphQL>new name</GraphQL>', 'more'],
      ['<a:b>old_name</a:b>', '<a:b>new_name</a:b>', 'more'],
      ['<code>old_name</code>', '<code>new_name</code>', 'more'],
      ['<p>beta</p>', '<p className="a">Beta</p>', 'more'],
    ] as const)
      assert.equal(await judge('src/A.tsx', component(was), component(now)), is, now);
    const page = (said: string): string => `<div class="a">${said}</div>\n`;
    for (const [was, now, is] of [
      ['<small>2024-09-21</small>', '<small>2024-09-24</small>', 'likely'],
      [
        '{{ template "check" . }} Has <a href="/x">go.mod</a>',
        '{{ template "check" . }} Valid <a href="/x">go.mod</a>',
        'likely',
      ],
      ['{{ a }} now', '{{ b }} now', 'more'],
      ['<p i18n>Has</p>', '<p i18n>Had</p>', 'untranslated'],
      ['{% trans %}Has{% endtrans %}', '{% trans %}Had{% endtrans %}', 'more'],
      ['<select><option>old</option></select>', '<select><option>new</option></select>', 'more'],
      ['a < b <c', 'a < b <d', 'more'],
    ] as const)
      assert.equal(await judge('src/a.html', page(was), page(now)), is, now);
    const [was, now] = [component('<p>beta</p>'), component('<p>Beta</p>')];
    assert.equal(await judge('src/prompts/A.tsx', was, now), 'more');
    assert.equal(await judge('node_modules/a/A.tsx', was, now), 'more');
    assert.equal(await judge('src/A.test.tsx', was, now), 'more');
    assert.equal(await judge('src/a.go', was, now), 'more');
    assert.equal(await judge('src/A.tsx', was, now, { settings: { controls: 'regulated' } }), 'more');
  });

  it('is nothing that a tool keeps beside the texts, in their folder alone', async () => {
    for (const [folder, more] of [
      ['assets/i18n', 0],
      ['src', 1],
    ] as const) {
      const path = `${folder}/_missing_translations_ru.json`;
      const { change, words } = createReviewContext({
        base: { [path]: '{"a":"Old"}' },
        head: { [path]: '{"a":"Neu"}' },
      });
      assert.equal((await Promise.all(change.files.map(words))).filter((each) => each !== 'words').length, more);
    }
  });

  it('is no text of Fluent, wherever it lies, and a template of FreeMarker', async () => {
    const path = 'frontend/pendingTranslations.ftl';
    for (const [was, now, more] of [
      ['# Why\n\nmenu-open = Open menu\n', '# Why\nmenu-open = Open the menu\n', 0],
      ['-brand = Relay\n', '-brand = Relay 2\n', 0],
      ['price =\n    <b>${ $price }</b>\n', 'price =\n    <b>${ $price }</b> a year\n', 0],
      ['<#if a>\nb = c\n</#if>', '<#if d>\nb = c\n</#if>', 1],
      ['b = ${c}\n', 'b = ${d}\n', 1],
      ['Hello you\n', 'Hello\n', 1],
    ] as const) {
      const { change, words } = createReviewContext({ base: { [path]: was }, head: { [path]: now } });
      assert.equal((await Promise.all(change.files.map(words))).filter((each) => each !== 'words').length, more, was);
    }
  });

  it('is named by its line, whatever words changed beside it', async () => {
    const [was, now] = ['<p>Old text</p>', '<p>New text</p>'];
    const more = `line 32 of ${page} is more than words`;
    assert.equal(await moreIn([was, '<b>x</b>', was], [now, '<b>x</b><script src="x.js"></script>', now]), more);
    assert.equal(await moreIn([was, '<% if a %>x<% end %>'], [was, '<% if b %>x<% end %>']), more);
    // What holds texts begins in one place and ends in another: neither is words without the other.
    assert.equal(
      await moreIn(
        ['<b>x</b>', '<b>y</b>', '<% if a %>x<% end %>'],
        ['<blockquote>', '</blockquote>', '<% if b %>x<% end %>'],
      ),
      `line 63 of ${page} is more than words`,
    );
  });

  describe('where translations are found by the words', () => {
    const judged = async (
      path: string,
      was: string,
      now: string,
      around: SideFiles = {},
      parts: ReviewContextParts = {},
    ): Promise<FileWords | undefined> => {
      const { change, words } = createReviewContext({
        base: { ...around, [path]: was },
        head: { ...around, [path]: now },
        ...parts,
      });
      return (await Promise.all(change.files.map(words)))[0];
    };
    const html = 'src/app/home.component.html';
    const po = {
      'po/de.po': ['A public liist is available', 'Your liist here', 'Edit the liist workout']
        .map((words) => `msgid "${words}"\nmsgstr "Etwas"\n`)
        .join('\n'),
      'translations/app_de.ts':
        '<TS language="de"><context><name>A</name><message><source>The liist of tags</source><translation>Etwas</translation></message></context></TS>',
    };

    it('is for the engineering DRI to read', async () => {
      for (const [path, code] of [
        [html, '<p i18n>Old words</p>'],
        [html, '<p i18n="site header|An intro">Old words</p>'],
        [html, '<a-b\n  i18n-title\n  title="Old words"\n></a-b>'],
        [html, '<mat-label i18n>Old</mat-label>'],
        [html, '<select><option [ngValue]="a.b" i18n>Old words</option></select>'],
      ] as const)
        assert.equal(await judged(path, code, code.replace('Old', 'New')), 'untranslated', code);
      const choice = '<select><option i18n>Old words</option></select>';
      assert.equal(typeof (await judged(html, choice, choice.replace('Old', 'New'))), 'object', choice);
      for (const [path, code] of [
        ['app/models.py', "help_text=_('A public § is available'),"],
        ['src/dialog.cpp', 'label->setText(tr("The § of tags"));'],
        ['app/templates/a.html', '{% trans "Edit the § workout" %}'],
        ['app/templates/a.html', '<p><em>{% trans "Edit the § workout" %} </em></p>'],
        ['app/templates/a.html', '{% blocktrans %}Edit the § workout{% endblocktrans %}'],
        ['app/templates/a.html', '{% trans "Home" %}<b>{% trans "Edit the § workout" %}</b>'],
        ['src/A.vue', '<script>\nconst a = { b: __("Your § here") };\n</script>'],
        ['src/A.jsx', "export const A = () => <p>{t('Your § here')}</p>;"],
      ] as const) {
        const [was, now] = [`${code.replace('§', 'liist')}\n`, `${code.replace('§', 'list')}\n`];
        assert.equal(await judged(path, was, now, po), 'untranslated', code);
      }
    });

    it('is for the DRI to read also where some languages have the new words', async () => {
      const code = (words: string): string => `<p>{% trans "${words}" %}</p>\n`;
      const template = 'app/templates/a.html';
      const french = (words: string): SideFiles => ({ ...po, 'po/fr.po': `msgid "${words}"\nmsgstr "Chose"\n` });
      const [was, now] = ['Edit the liist workout', 'Edit the list workout'];
      const { change, words } = createReviewContext({
        base: { ...french(was), [template]: code(was) },
        head: { ...french(now), [template]: code(now) },
      });
      const file = change.files.find(({ path }) => path === template);
      assert.equal(file && (await words(file)), 'untranslated');
    });

    it('is words where another name finds them', async () => {
      for (const named of ['@@home', 'site header|An intro@@home'])
        assert.equal(
          await judged(html, `<p i18n="${named}">Old words</p>`, `<p i18n="${named}">New words</p>`),
          'words',
        );
    });

    it('is more than words where anything else changes, and said why', async () => {
      const why =
        /is more than words, since translations are found by the old words \(i18n\): all languages lose them$/u;
      const more = async (path: string, was: string, now: string, around: SideFiles = {}): Promise<string> => {
        const is = await judged(path, was, now, around);
        assert.ok(typeof is === 'object', now);
        return describeMoreThanWords(is);
      };
      assert.match(await more(html, '<p i18n>Old words</p>', '<p i18n (click)="go()">New words</p>'), why);
      assert.match(await more(html, '<p i18n>Old words</p>', '<p i18n="a">New words</p>'), why);
      const template = 'app/templates/a.html';
      const [was, now] = ['{% trans "Edit the liist workout" %}\n', '{% trans "Edit the {list} workout" %}\n'];
      assert.match(await more(template, was, now, po), why);
      const own = '<p *ngIf="a" i18n="@@home">Old</p>';
      assert.equal(await more(html, own, own.replace('"a"', '"b"')), `line 1 of ${html} is more than words`);
      const key = { 'locales/de.json': '{"home": {"title": "Etwas"}}' };
      const asks = (name: string): string => `export const A = () => <p>{t('home.${name}')}</p>;\n`;
      assert.match(await more('src/A.jsx', asks('title'), asks('titel'), key), /is more than words$/u);
      const regulated = { settings: { controls: 'regulated' } } as const;
      assert.equal(
        typeof (await judged(html, '<p i18n>Old words</p>', '<p i18n>New words</p>', {}, regulated)),
        'object',
      );
    });
  });

  it('is not what a choice says that has a value of its own', async () => {
    const judge = async (tag: string): Promise<FileWords | undefined> => {
      const text = (words: string): string => `<select>\n<option${tag}>${words}</option>\n</select>\n`;
      const path = 'app/views/a.html';
      const { change, words } = createReviewContext({ base: { [path]: text('Old') }, head: { [path]: text('New') } });
      return (await Promise.all(change.files.map(words)))[0];
    };
    for (const tag of [' value="a"', ' :value="a"', ' [ngValue]="a"', ' [value]="a"'])
      assert.equal(await judge(tag), 'likely', tag);
    for (const tag of ['', ' class="a"']) assert.equal(typeof (await judge(tag)), 'object', tag);
  });

  it('is what a view of SwiftUI says where its translations go by it', async () => {
    const view = 'App/HomeView.swift';
    const text = (words: string): string => `import SwiftUI\nText("${words}")\n`;
    const words = async (beside: Readonly<Record<string, string>>): Promise<readonly UnsureWords[]> => {
      const [base, head] = ['Old words', 'New words'].map((words) => ({ ...beside, [view]: text(words) }));
      const context = createReviewContext({ ...(base && { base }), ...(head && { head }) });
      const { other, unsure } = await judgeWords(context.change.files, context);
      assert.equal(other, undefined);
      return unsure.map(({ words }) => words);
    };
    assert.deepEqual(await words({}), ['likely']);
    assert.deepEqual(await words({ 'App/de.lproj/Localizable.strings': '"Old words" = "Alte Worte";\n' }), [
      'untranslated',
    ]);
    assert.deepEqual(await words({ 'App/de.lproj/Localizable.strings': '"Other words" = "x";\n' }), ['likely']);
  });

  it('is named by its first place where there are several', async () => {
    const [was, now] = ['<% if a %>x<% end %>', '<% if b %>x<% end %>'];
    assert.equal(
      await moreIn(['<p>Old</p>', was, was], ['<p>New</p>', now, now]),
      `line 32 of ${page} is more than words`,
    );
  });

  it('is named by its own line among others that changed beside it', async () => {
    assert.equal(
      await moreIn(
        ['<p>One text</p>\n<% if a %>x<% end %>\n<p>Two texts</p>'],
        ['<p>Six texts</p>\n<% if b %>x<% end %>\n<p>Ten texts</p>'],
      ),
      `line 2 of ${page} is more than words`,
    );
  });

  it('is named by its lines, or by where they were taken out', async () => {
    assert.equal(
      await moreIn(['<p>x</p>'], ['<% if a %>\n<p>y</p>\n<% end %>']),
      `what changed in lines 1 to 3 of ${page} is more than words`,
    );
    assert.equal(
      await moreIn(['<p>x</p>', '<%= render "a" %>\n<p>y</p>'], ['<p>x</p>', '<p>y</p>']),
      `what was taken out above line 32 of ${page} is more than words`,
    );
  });

  it('is the whole file where no place can be named', async () => {
    const many = (name: string): readonly string[] => rest.slice(0, 11).map(() => `<% if ${name} %>x<% end %>`);
    assert.equal(await moreIn(many('a'), many('b')), `what changed in ${page} is more than words`);
    const [long, more] = ['<p>Long text</p>\n'.repeat(6000), ['<% if a %>x<% end %>', '<% if b %>x<% end %>'] as const];
    assert.equal(
      await moreIn([more[0], long, more[0]], [more[1], long, more[1]]),
      `what changed in ${page} is more than words`,
    );
    assert.equal(
      await moreIn([], [], { base: {}, head: { [page]: '<p>Hello</p>' } }),
      `${page}, which is new, is more than words`,
    );
  });

  it('is what is likely words alone under regulated controls', async () => {
    const path = 'src/home.dart';
    const parts = {
      base: { [path]: `${flutter}Text('Go to the old page.');` },
      head: { [path]: `${flutter}Text('Go to the new page.');` },
    };
    assert.equal(await moreIn([], [], parts), undefined);
    assert.equal(
      await moreIn([], [], { ...parts, settings: { controls: 'regulated' } }),
      `line 2 of ${path} is more than words`,
    );
  });

  it('is a sentence that another program has, which may ask for it', async () => {
    const [path, asks] = ['src/home.dart', 'src/serve.py'];
    const base = { [path]: `${flutter}Text('Go to the old page.');`, 'docs/a.md': 'Go to the new page.' };
    const head = { ...base, [path]: `${flutter}Text('Go to the new page.');` };
    assert.equal(await moreIn([], [], { base, head }), undefined);
    for (const said of ['Go to the old page.', 'Go to the new page.']) {
      const beside = { [asks]: `if said == "${said}":` };
      const more = await moreIn([], [], { base: { ...base, ...beside }, head: { ...head, ...beside } });
      assert.equal(more, `line 2 of ${path} is more than words`);
      // Where that changes too, it is judged by itself.
      const both = await moreIn([], [], { base: { ...base, ...beside }, head: { ...head, [asks]: 'pass' } });
      assert.notEqual(both, `line 2 of ${path} is more than words`);
    }
  });
});

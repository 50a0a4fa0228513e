import assert from 'node:assert/strict';
import fc from 'fast-check';
import { processorTime } from '../../support/processor-time.js';
import { compareTexts } from '../../../src/review/gates/off-change/compare-texts.js';

const keys = new Set(['new-home', 'new_home', 'newHome']);
const ruby = 'Flipper.enabled?(:new_home)';

describe('a text without a syntax tree, compared while the flag is off', () => {
  type Case = readonly [what: string, path: string, before: string, now: string];
  const compare = (path: string, before: string, now: string): string | undefined =>
    compareTexts(path, before, now, keys);

  const behind: readonly Case[] = [
    ['a part of ERB', 'a.erb', '<p>Hi</p>\n<b>More</b>', `<p>Hi</p>\n<% if ${ruby} %>\n  <b>More</b>\n<% end %>`],
    [
      'a part of HAML, set in further',
      'a.haml',
      '%p Hi\n%b More\n',
      `%p Hi\n-if feature?(:new_home, user)\n  %b More\n`,
    ],
    ['a method of Ruby', 'a.rb', 'def a\n  b\nend\n', `def a\n  return unless ${ruby}\n\n  b\nend\n`],
    [
      'what stands behind a block',
      'a.rb',
      'def a\n  b\nend\n',
      `def a\n  unless ${ruby}\n    return 1\n  end\n  b\nend\n`,
    ],
    ['a statement', 'a.rb', 'go(a)\n', `go(a) if ${ruby}\n`],
    ['a block of Go', 'a.go', 'func a() {\n  b()\n}\n', 'func a() {\n  if features.NewHome {\n  b()\n  }\n}\n'],
    ['a way beside another', 'a.erb', '<p>Hi</p>', `<% if ${ruby} %><p>Hi</p><% else %><p>Ho</p><% end %>`],
  ];
  for (const [what, path, before, now] of behind)
    it(`is taken from everyone: ${what}`, () => {
      assert.equal(compareTexts(path, before, now, new Set([...keys, 'NewHome'])), 'behind');
    });

  const same: readonly Case[] = [
    ['a part of HAML', 'a.haml', '%p Hi\n', `%p Hi\n- if ${ruby}\n  %b New\n`],
    ['a question with more to it', 'a.erb', '<p>Hi</p>', `<p>Hi</p><% if admin? && ${ruby} %><b>New</b><% end %>`],
    ['a second line of a condition', 'a.rb', 'a\n', `a\nif ${ruby} &&\n    admin?\n  b\nend\n`],
  ];
  for (const [what, path, before, now] of same)
    it(`is what it was: ${what}`, () => {
      assert.equal(compare(path, before, now), path.endsWith('.rb') ? 'alike' : 'same');
    });

  const open: readonly Case[] = [
    ['a name taken in and used', 'A.kt', 'fun a() { isOn() }', 'import c.isOn\nfun a() { isOn() }'],
    ['another of the same name', 'A.kt', 'import a.b\nfun a() { b() }', 'import c.b\nfun a() { b() }'],
    ['a comment of Svelte around it', 'a.svelte', 'a', 'a<!-- {#if flags.newHome} --><b>New</b><!-- {/if} -->'],
    ['a comment of Blade around it', 'a.blade.php', 'a', "a{{-- @if(feature('new-home')) --}}New{{-- @endif --}}"],
    ['a comment that is not closed', 'a.erb', 'a', `a<!-- <% if ${ruby} %> -->b<% end %>`],
    ['a sign in a text of Svelte', 'a.svelte', 'a', 'a{"{#if flags.newHome}"}New{"{/if}"}'],
    ['words of HAML', 'a.haml', '%p\n  Call us\n', '%p\n  Call us\n  Come in if feature? :new_home\n'],
    ['words of a text of Ruby', 'a.rb', 'go "a"\n', 'go "a"\ngo "Come in if feature? :new_home"\n'],
    ['a line that goes on', 'a.rb', 'a\n', `a\nif ${ruby}\n    .then { true }\n  b\nend\n`],
    ['one that goes on with or', 'a.rb', 'a\n', `a\nif ${ruby}\n    || admin?\n  b\nend\n`],
    ['a block on one line', 'a.rb', 'def a\nend\nb\n', `def a\n  if feature? :new_home then 1 else go end\n  b\nend\n`],
    ['an answer of yes where nobody answers', 'a.rb', 'a\n', 'a\nb if enabled?(:new_home, true)\n'],
    ['either of two', 'a.erb', 'a', `a<% if admin? || ${ruby} %>b<% end %>`],
    ['an else that is set in', 'a.py', 'a()\n', "if flag_enabled('new-home'):\n    b()\nelse:\n    a()\n"],
    ['an order to the interpreter', 'a.rb', 'a\n', `# frozen_string_literal: true\na\nb if ${ruby}\n`],
    ['more than a question takes away', 'a.erb', '<p>Hi</p>', `<% if ${ruby} %><p>Ho</p><% end %>`],
    ['a question and another', 'a.erb', '<p>Hi</p>', `<% if ${ruby} && admin? %><p>Hi</p><% end %>`],
    ['one line that asks', 'a.erb', '<%= a %>', `<%= a if ${ruby} %>`],
    ['a way of a chain', 'a.erb', 'b', `<% if a %>a<% elsif ${ruby} %>b<% end %>`],
  ];
  for (const [what, path, before, now] of open)
    it(`is not known: ${what}`, () => {
      assert.equal(compare(path, before, now), undefined);
    });

  it('ends in a moment with what is long, whatever it leaves open', () => {
    const started = processorTime();
    for (const [path, part, first = ''] of [
      ['a.html.erb', '<pre '],
      ['a.html.erb', '<% if feature?(:new_home) %>a<% end %>\n'],
      ['a.html.erb', `<% a = 1 if ${ruby} %> <% title && ${ruby} %>`],
      ['a.html.erb', '<!-- '],
      ['a.html.erb', '<%# locals: '],
      ['a.go', '//'],
      ['a.rb', '<<A\n'],
      ['a.rb', '%('],
      ['a.svelte', '"a', '{'],
      ['a.svelte', '{#if flags.newHome}a{/if}\n'],
      ['a.haml', `- if ${ruby}\n  %p a\n`],
      ['a.vue', '<!-- a -->', '<b v-if="flags.newHome">a</b>'],
      ['a.vue', ' v-if', '<br v-if="flags.newHome"'],
      ['a.blade.php', '//', "<?php @if(feature('new-home')) a @endif "],
    ] as const) {
      const long = first + part.repeat(250_000 / part.length);
      for (const before of ['', long]) compare(path, before, `${long} new_home`);
    }
    assert.ok(processorTime() - started < 20_000, `${processorTime() - started} ms`);
  });

  it('is left to an engineer where it asks very often', () => {
    const asks = (times: number): string => `<% if ${ruby} %>\na\n<% end %>\n`.repeat(times);
    assert.equal(compare('a.erb', 'b', `b\n${asks(200)}`), 'same');
    assert.equal(compare('a.erb', 'b', `b\n${asks(201)}`), undefined);
  });

  it('is what it was wherever a block is put behind the flag, and not where anything is beside it', () => {
    const line = fc.constantFrom<string>('<p>Hi</p>', '<%= render a %>', '<% if b %>', '<% end %>', '', '  <b>c</b>');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.nat(8), fc.array(line, { maxLength: 3 }), (lines, at, more) => {
        const opens = (all: readonly string[]): boolean => {
          let depth = 0;
          for (const each of all) {
            if (each === '<% if b %>') depth++;
            if (each === '<% end %>') depth--;
            if (depth < 0) return false;
          }
          return depth === 0;
        };
        fc.pre(opens(lines) && opens(more));
        const put = (inner: readonly string[]): string => lines.toSpliced(at, 0, ...inner).join('\n');
        const gated = [`<% if ${ruby} %>`, ...more, '<% end %>'];
        assert.equal(compare('a.erb', lines.join('\n'), put(gated)), 'same');
        assert.notEqual(compare('a.erb', lines.join('\n'), put(['<i>d</i>', ...gated])), 'same');
        assert.notEqual(compare('a.erb', lines.join('\n'), put([...gated, '<i>d</i>'])), 'same');
      }),
    );
  });
});

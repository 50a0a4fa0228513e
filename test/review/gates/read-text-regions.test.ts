import assert from 'node:assert/strict';

import fc from 'fast-check';

import { readTextRegions } from '../../../src/review/gates/regions/read-text-regions.js';
import { senseOfText } from '../../../src/review/gates/regions/sense-of-text.js';

const keys = new Set(['new_home', 'newHome', 'NEW_HOME']);

/** Is HERE reached only where the flag is on, only where it is off, or may it be either? */
function reached(path: string, text: string): 'on' | 'off' | 'any' {
  const { on, off } = readTextRegions(path, text, keys);
  const at = text.indexOf('HERE');
  const holds = ([from, to]: readonly [number, number]): boolean => from <= at && at < to;
  return on.some(holds) ? 'on' : off.some(holds) ? 'off' : 'any';
}

describe('what depends on a flag in a text without a syntax tree', () => {
  const asked = "flag('new_home')";
  const table: readonly (readonly [what: string, path: string, text: string, answer: 'on' | 'off' | 'any'])[] = [
    ['v-if', 'a.vue', `<template><p v-if="${asked}">HERE</p></template>`, 'on'],
    ['v-if in single quotes', 'a.vue', `<p v-if='flags.newHome'><b>HERE</b></p>`, 'on'],
    ['v-if of an attribute', 'a.vue', `<p v-if="${asked}" :title="HERE"/>`, 'on'],
    ['v-if of an element that never closes', 'a.vue', `<input v-if="${asked}" title="HERE"><p>x</p>`, 'on'],
    ['v-if of another element', 'a.vue', `<p v-if="${asked}">x</p><p>HERE</p>`, 'any'],
    ['v-else', 'a.vue', `<p v-if="${asked}">x</p><p v-else>HERE</p>`, 'off'],
    ['v-else of the other', 'a.vue', `<p v-if="!${asked}">x</p><!-- y --><p v-else>HERE</p>`, 'on'],
    ['v-else of something else', 'a.vue', `<p v-if="other">x</p><p v-else>HERE</p>`, 'any'],
    [
      'a name of the script',
      'a.vue',
      `<script setup>const on = useFlag('new_home');</script><p v-if="on">HERE</p>`,
      'on',
    ],
    [
      'a computed name',
      'a.vue',
      `<script>const on = computed(() => flags.newHome)\n</script><p v-if="on">HERE</p>`,
      'on',
    ],
    ['a name for something else', 'a.vue', `<script>const on = x('new_home');</script><p v-if="on">HERE</p>`, 'any'],
    [
      'a name for two things',
      'a.vue',
      `<script>const on = useFlag('new_home');\nfunction on() {}</script><p v-if="on">HERE</p>`,
      'any',
    ],
    ['elements that do not pair', 'a.vue', `<p v-if="${asked}">HERE</b></p>`, 'any'],
    ['an element that is not closed', 'a.vue', `<p v-if="${asked}">HERE`, 'any'],
    ['{#if}', 'a.svelte', `{#if ${asked}}HERE{/if}`, 'on'],
    ['{:else}', 'a.svelte', `{#if ${asked}}x{:else}HERE{/if}`, 'off'],
    ['{:else if}', 'a.svelte', `{#if ${asked}}x{:else if y}HERE{:else}z{/if}`, 'any'],
    ['before {:else if}', 'a.svelte', `{#if ${asked}}HERE{:else if y}x{/if}`, 'on'],
    ['{:else} with something else', 'a.svelte', `{#if ${asked}}x{:else y}HERE{/if}`, 'any'],
    ['after {/if}', 'a.svelte', `{#if ${asked}}x{/if}HERE`, 'any'],
    ['{#each} within', 'a.svelte', `{#if ${asked}}{#each x as y}HERE{/each}{/if}`, 'on'],
    [
      'a store of the team’s flags',
      'a.svelte',
      "<script>import { newHome as home } from '$lib/flags.store';</script>{#if $home}HERE{/if}",
      'on',
    ],
    [
      'a name for a store of the team’s flags',
      'a.svelte',
      "<script>import { b, NEW, newHome } from './feature-flags';\n$: on = $newHome && a;\n</script>{#if on}HERE{/if}",
      'on',
    ],
    [
      'a store by itself, which is always something',
      'a.svelte',
      "<script>import { newHome } from './feature-flags';</script>{#if newHome}HERE{/if}",
      'any',
    ],
    [
      'a store of something else',
      'a.svelte',
      "<script>import { newHome } from './houses';</script>{#if $newHome}HERE{/if}",
      'any',
    ],
    [
      'a function of the team’s flags',
      'a.vue',
      `<script setup>import { newHome } from '@/toggles';</script><p v-if="newHome()">HERE</p>`,
      'on',
    ],
    [
      'a constant of the team’s flags',
      'a.vue',
      `<script setup>import { NEW_HOME } from '@/toggles';</script><p v-if="NEW_HOME">HERE</p>`,
      'on',
    ],
    ['too many ends', 'a.svelte', `{#if ${asked}}HERE{/if}{/if}`, 'any'],
    ['too few ends', 'a.svelte', `{#if ${asked}}HERE`, 'any'],
    ['if of ERB', 'a.html.erb', '<% if Flipper.enabled?(:new_home, user) %>HERE<% end %>', 'on'],
    ['if of ERB with a parenthesis', 'a.erb', '<% if(Feature.active?(:new_home)) %>HERE<% end %>', 'on'],
    ['else of ERB', 'a.erb', '<% if feature?(:new_home) -%>x<% else %>HERE<% end %>', 'off'],
    ['unless of ERB', 'a.erb', '<% unless feature?(:new_home) %>HERE<% end %>', 'off'],
    ['else of unless', 'a.erb', '<% unless feature?(:new_home) %>x<% else %>HERE<% end %>', 'on'],
    ['elsif of ERB', 'a.erb', '<% if feature?(:new_home) %>x<% elsif y %>HERE<% end %>', 'any'],
    [
      'when of ERB',
      'a.erb',
      '<% case y when 1 %>x<% when 2 %><% if feature?(:new_home) %>HERE<% end %><% end %>',
      'on',
    ],
    ['blocks of ERB', 'a.erb', '<% if feature?(:new_home) %><%= form do |f| %>x<% end %>HERE<% end %>', 'on'],
    ['if behind what it is about', 'a.erb', '<%= t("HERE") if feature?(:new_home) %>', 'on'],
    ['if behind something else', 'a.erb', '<%= t("HERE") if x?(:new_home) %><%= y %>', 'any'],
    ['@if of Blade', 'a.blade.php', "@if(Feature::active('new_home'))HERE@endif", 'on'],
    ['@feature of Blade', 'a.blade.php', "@feature('new_home')HERE@endfeature", 'on'],
    ['@else of Blade', 'a.blade.php', "@feature('new_home') x @else HERE @endfeature", 'off'],
    ['@elseif of Blade', 'a.blade.php', "@if(feature('new_home')) x @elseif(y) HERE @endif", 'any'],
    ['@unless of Blade', 'a.blade.php', "@unless(feature('new_home')) HERE @endunless", 'off'],
    ['if of Ruby', 'a.rb', 'def a\n  if Flipper.enabled?(:new_home)\n    HERE\n  end\nend', 'on'],
    ['else of Ruby', 'a.rb', 'if feature?(:new_home)\n  x\nelse\n  HERE\nend', 'off'],
    ['elsif of Ruby', 'a.rb', 'if feature?(:new_home)\n  HERE\nelsif y\n  x\nend', 'on'],
    ['unless it is off', 'a.erb', '<% unless feature_disabled?(:new_home) %>HERE<% end %>', 'on'],
    ['unless of Ruby', 'a.rb', 'unless feature?(:new_home)\n  HERE\nend', 'off'],
    ['an end that is out of line', 'a.rb', 'if feature?(:new_home)\n  HERE\n  end', 'any'],
    ['if behind a call of Ruby', 'a.rb', 'HERE if feature?(:new_home)', 'on'],
    ['unless behind a call of Ruby', 'a.rb', 'HERE unless feature?(:new_home)', 'off'],
    ['a return of Ruby', 'a.rb', 'def a\n  return unless feature?(:new_home)\n  HERE\nend', 'on'],
    ['a return of Ruby, for others', 'a.rb', 'def a\n  return nil if feature?(:new_home)\n  HERE\nend', 'off'],
    ['a return of another method', 'a.rb', 'def a\n  return unless feature?(:new_home)\nend\nHERE', 'any'],
    ['a return in a block', 'a.rb', 'def a\n  unless feature?(:new_home)\n    return x\n  end\n  HERE\nend', 'on'],
    ['a comment of Ruby', 'a.rb', '# if feature?(:new_home)\n  HERE\nend', 'any'],
    ['HAML', 'a.haml', "- if feature?(:new_home)\n  %p= t('HERE')\n%p x", 'on'],
    ['HAML’s else', 'a.haml', '- if feature?(:new_home)\n  %p\n- else\n  HERE', 'off'],
    ['after HAML’s if', 'a.haml', '- if feature?(:new_home)\n  %p\nHERE', 'any'],
    ['Python', 'a.py', "if flag_is_active(request, 'new_home'):\n    HERE\n", 'on'],
    ['Python’s else', 'a.py', "if not flag_is_active(request, 'new_home'):\n    x\nelse:\n    HERE\n", 'on'],
    ['Python’s return', 'a.py', "def a():\n    if not flag('new_home'):\n        return\n    HERE\nx", 'on'],
    ['braces', 'A.kt', `if (${asked.replaceAll("'", '"')}) { HERE }`, 'on'],
    ['after braces', 'A.kt', 'if (flag("new_home")) { x } HERE', 'any'],
    ['else with braces', 'A.java', 'if (flag("new_home")) { x } else { HERE }', 'off'],
    ['else if with braces', 'A.java', 'if (flag("new_home")) { x } else if (y) { HERE }', 'any'],
    ['a return without braces', 'a.php', "function a() { if (!flag('new_home')) return; HERE }", 'on'],
    ['a return in braces', 'a.php', "function a() { if (!flag('new_home')) { return null; } HERE } x", 'on'],
    ['after the block of a return', 'a.php', "function a() { if (!flag('new_home')) { return; } } HERE", 'any'],
    ['a call without braces', 'a.php', "if (flag('new_home')) HERE;", 'any'],
    ['Swift', 'a.swift', 'if flags.newHome { HERE }', 'on'],
    ['Swift’s guard', 'a.swift', 'func a() { guard flags.newHome else { return } HERE }', 'on'],
    ['Swift’s guard before', 'a.swift', 'func a() { HERE; guard flags.newHome else { return } }', 'any'],
    ['Go', 'a.go', 'if client.IsEnabled("new_home") { HERE }', 'on'],
    ['Go with an unknown name', 'a.go', 'if flags.IsOnFor("new_home") { HERE }', 'any'],
    ['braces in a string', 'A.kt', 'if (flag("new_home")) { x("}"); /* } */ HERE }', 'on'],
    ['braces that do not pair', 'A.kt', 'if (flag("new_home")) { HERE', 'any'],
    ['brackets that cross', 'A.kt', 'if (flag("new_home")) { ( HERE } )', 'any'],
    ['a closing bracket first', 'A.kt', ') if (flag("new_home")) { HERE }', 'any'],
    ['a condition without end', 'a.swift', 'if flags.newHome HERE', 'any'],
    ['a very long condition', 'A.kt', `if (flag("new_home") && ${'x'.repeat(600)}) { HERE }`, 'any'],
    ['another flag', 'A.kt', 'if (flag("other")) { HERE }', 'any'],
    ['another condition', 'A.kt', 'if (x) { flag("new_home"); HERE }', 'any'],
    ['another language', 'a.tf', 'if (flag("new_home")) { HERE }', 'any'],
    ['a text that is too long', 'a.py', `if flag('new_home'):\n    HERE\n${' '.repeat(500_001)}`, 'any'],
  ];
  for (const [what, path, text, answer] of table)
    it(`takes ${what}: ${answer}`, () => assert.equal(reached(path, text), answer));

  it('tells what a condition says', () => {
    for (const [condition, says] of [
      ["flag('new_home') && x", 'on'],
      ["x and flag('new_home')", 'on'],
      ["!flag('new_home')", 'off'],
      ["not flag('new_home')", 'off'],
      ["!!flag('new_home')", 'on'],
      ["!(flag('new_home'))", 'off'],
      ["flag('new_home') && (a ? b.c(d) : e || f == 2)", 'on'],
      ["(a or b) and flag('new_home')", 'on'],
      ["a && (b && flag('new_home'))", 'on'],
      ["!(x && flag('new_home'))", 'off'],
      ["flag('new_home', a || b)", 'on'],
      ["x && (flag('new_home') || y)", undefined],
      ["(flag('new_home') ? x : y)", undefined],
      ["!(flag('new_home') || x)", undefined],
      ["(x(flag('new_home')))", undefined],
      ["(((((flag('new_home') || x)))))", undefined],
      ["!flag('new_home') && x", undefined],
      ["flag('new_home') || x", undefined],
      ["flag('new_home') == false", undefined],
      ["!x('new_home')", undefined],
      ['$flags.newHome', 'on'],
      ["flags['new_home']", 'on'],
      ['Flipper[:new_home].enabled?', 'on'],
      ['Flipper[:new_home].disabled?', 'off'],
      ['FeatureFlags.new_home.enabled?', 'on'],
      ['FeatureFlags.new_home.variant', undefined],
      ['feature? :new_home', 'on'],
      ['FeatureFlag.disabled?(:new_home)', 'off'],
      ["getVariant('new_home')", undefined],
      ['things.newHome', undefined],
      ['x'.repeat(501), undefined],
    ] as const)
      assert.equal(senseOfText(condition, keys), says, condition);
    assert.equal(senseOfText('$on', keys, new Set(['on'])), 'on');
    assert.equal(senseOfText('on.value', keys, new Set(['on'])), 'on');
  });

  it('throws on no text, and takes time in step with the length', () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '/',
        'p',
        ' v-if="',
        '"',
        "flag('new_home')",
        '{#if ',
        '}',
        '{/if}',
        '<% if ',
        '%>',
        '<% end %>',
        '\n',
        '  ',
        'if ',
        'else',
        '(',
        ')',
        '{',
        'unless ',
        ':',
      ),
    });
    const paths = ['a.vue', 'a.svelte', 'a.erb', 'a.blade.php', 'a.rb', 'a.py', 'a.kt', 'a.swift'];
    fc.assert(fc.property(odd, fc.constantFrom(...paths), (text, path) => void readTextRegions(path, text, keys)));
    for (const sign of [
      '<p ',
      '<p v-if="',
      '{#if ',
      '<% if ',
      '@if(',
      'if x\n',
      ' if x',
      '{',
      '(',
      '"',
      '/*',
      '<a b ',
    ]) {
      for (const path of paths) {
        const text = `new_home${sign.repeat(100_000 / sign.length)}`;
        const { user } = process.cpuUsage();
        readTextRegions(path, text, keys);
        const spent = (process.cpuUsage().user - user) / 1000;
        assert.ok(spent < 2000, `${path} ${sign} ${spent} ms`);
      }
    }
  });
});

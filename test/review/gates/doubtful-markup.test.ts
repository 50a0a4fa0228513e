import assert from 'node:assert/strict';
import { compareTexts } from '../../../src/review/gates/off-change/compare-texts.js';

const keys = new Set(['new-home', 'new_home', 'newHome', 'NewHome']);

describe('what is left of a template without a part that depends on the flag', () => {
  type Case = readonly [what: string, path: string, before: string, now: string];

  const doubtful: readonly Case[] = [
    [
      'markdown filter of a.haml',
      'a.haml',
      ':markdown\n  Hi\n',
      ':markdown\n  Hi\n  - if feature? :new_home\n    Shown\n',
    ],
    ['plain filter of a.haml', 'a.haml', ':plain\n  Hi\n', ':plain\n  Hi\n  = a if feature? :new_home\n'],
    ['slim verbatim of a.slim', 'a.slim', 'p\n  | Hi\n', 'p\n  | Hi\n    - if feature? :new_home\n      Shown\n'],
    ['slim verbatim quote of a.slim', 'a.slim', "p\n  ' Hi\n", "p\n  ' Hi\n    - if feature? :new_home\n      Shown\n"],
    ['comment of a.haml', 'a.haml', '%p Hi\n', '%p Hi\n= banner # if feature? :new_home\n'],
    ['semicolon of a.haml', 'a.haml', '%p Hi\n', '%p Hi\n- a = 1; b if feature? :new_home\n'],
    ['hoist of a.haml', 'a.haml', '%p= title\n', '- title = "x" if feature? :new_home\n%p= title\n'],
    ['dash text of a.haml', 'a.haml', '%p\n  Hi\n', '%p\n  Hi\n  &copy; Acme if feature? :new_home\n'],
    ['amp text of a.haml', 'a.haml', '%p\n  Hi\n', '%p\n  Hi\n  &amp; more if feature? :new_home\n'],
    ['bang text of a.haml', 'a.haml', '%p\n  Hi\n', '%p\n  Hi\n  ! wow if feature? :new_home\n'],
    ['doctype of a.haml', 'a.haml', '%p Hi\n', '!!! 5 if feature? :new_home\n%p Hi\n'],
    ['slim js of a.slim', 'a.slim', 'javascript:\n  a\n', 'javascript:\n  a\n  - b if feature? :new_home\n'],
    [
      'multi-line block of a.erb',
      'a.erb',
      'a',
      'a<%\n  @title = "New"\n  @hint = 1 if Flipper.enabled?(:new_home)\n%>',
    ],
    ['semicolon of a.erb', 'a.erb', 'a', 'a<% @t = 1; b if Flipper.enabled?(:new_home) %>'],
    ['comment tail of a.erb', 'a.erb', 'a', 'a<%= b # only if Flipper.enabled?(:new_home) %>'],
    ['hoist of a.erb', 'a.erb', '<%= title %>', '<% title = 1 if Flipper.enabled?(:new_home) %><%= title %>'],
    [
      'hoist block of a.erb',
      'a.erb',
      '<%= title %>',
      '<% if Flipper.enabled?(:new_home) %><% title = 1 %><% end %><%= title %>',
    ],
    ['import line shown of a.erb', 'a.erb', '<pre>\nimport com.acme.Sdk\n</pre>', '<pre>\nimport com.acme.Kit\n</pre>'],
    [
      'import line of svelte of a.svelte',
      'a.svelte',
      '<pre>\nimport com.acme.Sdk\n</pre>',
      '<pre>\nimport com.acme.Kit\n</pre>',
    ],
    [
      'from line of vue of a.vue',
      'a.vue',
      '<template><pre>\nfrom acme import Sdk\n</pre></template>',
      '<template><pre>\nfrom acme import Kit\n</pre></template>',
    ],
    [
      'import line removed of blade of a.blade.php',
      'a.blade.php',
      '<pre>\nimport com.acme.Sdk\n</pre>',
      '<pre>\n</pre>',
    ],
    ['whitespace in pre of a.erb', 'a.erb', '<pre>\na\n\nb\n</pre>', '<pre>\na\nb\n</pre>'],
    ['pre indent of a.erb', 'a.erb', '<pre>\n  a\n b\n</pre>', '<pre>\na\n  b\n</pre>'],
    ['text mail blank line of a.text.erb', 'a.text.erb', 'a\n\nb', 'a\nb'],
    ['yaml-like erb of a.yml.erb', 'a.yml.erb', 'a:\n  b: 1\n', 'a:\nb: 1\n'],
    ['elsefeature of a.blade.php', 'a.blade.php', 'B', "@feature('new-home')A@elsefeature('beta')B@endfeature"],
    [
      'verbatim of a.blade.php',
      'a.blade.php',
      '@verbatim\n@endverbatim',
      "@verbatim\n@if(feature('new-home'))b@endif\n@endverbatim",
    ],
    ['and save erb of a.erb', 'a.erb', 'a', 'a<% if flash.clear && Flipper.enabled?(:new_home) %>b<% end %>'],
    [
      'v-pre of a.vue',
      'a.vue',
      '<template><div><i/><p v-pre></p></div></template>',
      '<template><div><i/><p v-pre><b v-if="flags.newHome">N</b></p></div></template>',
    ],
    [
      'v-if in title of a.vue',
      'a.vue',
      '<template><div><i/></div></template>',
      `<template><div><i/><p title="a v-if='flags.newHome'">N</p></div></template>`,
    ],
    [
      'v-else of off of a.vue',
      'a.vue',
      '<template><div><i/><p v-if="a">A</p><p v-else>B</p></div></template>',
      '<template><div><i/><p v-if="a">A</p><p v-if="!flags.newHome" v-else>B</p></div></template>',
    ],
    [
      'v-if between of a.vue',
      'a.vue',
      '<template><div><i/><p v-if="a">A</p>\n<p v-else-if="b">B</p></div></template>',
      '<template><div><i/><p v-if="a">A</p>\n<p v-if="flags.newHome">N</p>\n<p v-else-if="b">B</p></div></template>',
    ],
    ['text mail gated of a.text.erb', 'a.text.erb', 'a\nb', 'a\n<% if Flipper.enabled?(:new_home) %>\nN\n<% end %>\nb'],
    ['pre of a.svelte', 'a.svelte', '<pre>\n a\n</pre>', '<pre>\na\n</pre>'],
    [
      'vue v-if template slot of a.vue',
      'a.vue',
      '<template><Card><i/><p>a</p></Card></template>',
      '<template><Card><i/><template v-if="flags.newHome" #default>b</template><p>a</p></Card></template>',
    ],
    [
      'vue raw textarea of a.vue',
      'a.vue',
      '<template><div><i/><textarea></textarea></div></template>',
      '<template><div><i/><textarea><b v-if="flags.newHome">x</b></textarea></div></template>',
    ],
    [
      'vue first of a.vue',
      'a.vue',
      '<template><Transition><p>a</p></Transition></template>',
      '<template><Transition><b v-if="flags.newHome">n</b><p>a</p></Transition></template>',
    ],
    [
      'a way in a chain that is too long of a.svelte',
      'a.svelte',
      '{#if a}b{:else if c}d{/if}',
      `{#if a}b{:else if flags.newHome}${'long '.repeat(500)}{:else if c}d{/if}`,
    ],
    ['slot of a.svelte', 'a.svelte', '<Card></Card>', '<Card>{#if flags.newHome}b{/if}</Card>'],
  ];
  for (const [what, path, before, now] of doubtful)
    it(`is no proof: ${what}`, () => {
      assert.notEqual(compareTexts(path, before, now, keys), 'same');
    });

  const proven: readonly Case[] = [
    [
      'a part deep in elements of a.haml',
      'a.haml',
      '%main\n  %div\n    %p Hi\n',
      '%main\n  %div\n    %p Hi\n    - if feature? :new_home\n      %b New\n',
    ],
    ['if of a.erb', 'a.erb', '<p>a</p>', '<p>a</p>\n<% if Flipper.enabled?(:new_home) %>\n<b>N</b>\n<% end %>'],
    [
      'else of a.erb',
      'a.erb',
      '<p>a</p>',
      '<% if Flipper.enabled?(:new_home) %>\n<b>N</b>\n<% else %>\n<p>a</p>\n<% end %>',
    ],
    ['link of a.erb', 'a.erb', '<p>a</p>', '<p>a</p>\n<%= link_to "N", n_path if Flipper.enabled?(:new_home) %>'],
    [
      'link 2 lines of a.erb',
      'a.erb',
      '<p>a</p>',
      '<p>a</p>\n<%= link_to "N", n_path,\n  class: "b" if Flipper.enabled?(:new_home) %>',
    ],
    [
      'class of a.erb',
      'a.erb',
      '<p class="a">a</p>',
      '<p class="a<% if Flipper.enabled?(:new_home) %> n<% end %>">a</p>',
    ],
    [
      'elsif of a.erb',
      'a.erb',
      '<% if x %>a<% else %>b<% end %>',
      '<% if x %>a<% elsif Flipper.enabled?(:new_home) %>n<% else %>b<% end %>',
    ],
    ['haml of a.haml', 'a.haml', '%p Hi\n', '%p Hi\n- if feature? :new_home\n  %b N\n'],
    ['= of a.haml', 'a.haml', '%p Hi\n', '%p Hi\n= render "n" if feature? :new_home\n'],
    ['slim of a.slim', 'a.slim', 'p Hi\n', 'p Hi\n- if feature? :new_home\n  b N\n'],
    ['if of a.blade.php', 'a.blade.php', '<p>a</p>', "<p>a</p>@if(feature('new-home'))<b>N</b>@endif"],
    [
      'feature else of a.blade.php',
      'a.blade.php',
      '<p>a</p>',
      "@feature('new-home')\n<b>N</b>\n@else\n<p>a</p>\n@endfeature",
    ],
    [
      'vue if of a.vue',
      'a.vue',
      '<template>\n<div>\n<i/>\n<p>a</p>\n</div>\n</template>',
      '<template>\n<div>\n<i/>\n<p>a</p>\n<b v-if="flags.newHome">N</b>\n</div>\n</template>',
    ],
    [
      'vue else of a.vue',
      'a.vue',
      '<template>\n<div>\n<i/>\n<p>a</p>\n</div>\n</template>',
      '<template>\n<div>\n<i/>\n<b v-if="flags.newHome">N</b>\n<p v-else>a</p>\n</div>\n</template>',
    ],
    [
      'vue root of a.vue',
      'a.vue',
      '<template>\n<p>a</p>\n<p>b</p>\n</template>',
      '<template>\n<p>a</p>\n<p>b</p>\n<b v-if="flags.newHome">N</b>\n</template>',
    ],
    ['svelte if of a.svelte', 'a.svelte', '<p>a</p>', '<p>a</p>\n{#if flags.newHome}\n<b>N</b>\n{/if}'],
    ['svelte else of a.svelte', 'a.svelte', '<p>a</p>', '{#if flags.newHome}\n<b>N</b>\n{:else}\n<p>a</p>\n{/if}'],
    [
      'svelte each of a.svelte',
      'a.svelte',
      '{#each x as y}\n<p>a</p>\n{/each}',
      '{#each x as y}\n<p>a</p>\n{#if flags.newHome}\n<b>N</b>\n{/if}\n{/each}',
    ],
  ];
  for (const [what, path, before, now] of proven)
    it(`is what it was: ${what}`, () => {
      assert.equal(compareTexts(path, before, now, keys), 'same');
    });

  const added: readonly Case[] = [
    ['unless of a.haml', 'a.haml', '%p Hi\n', '%p Hi\n- unless feature? :new_home\n  %b a\n'],
    [
      'slim output text of a.slim',
      'a.slim',
      'p\n  a href="x" Go\n',
      'p\n  a href="x" Go\n  == raw x if !feature?(:new_home)\n',
    ],
    ['unless of a.blade.php', 'a.blade.php', 'a', "a @unless(feature('new-home')) b @endunless"],
    ['neg of a.blade.php', 'a.blade.php', 'a', "a @if(!feature('new-home')) b @endif"],
    [
      'v-if neg of a.vue',
      'a.vue',
      '<template><div><i/></div></template>',
      '<template><div><i/><p v-if="!flags.newHome">a</p></div></template>',
    ],
  ];
  for (const [what, path, before, now] of added)
    it(`takes nothing from anyone: ${what}`, () => {
      assert.notEqual(compareTexts(path, before, now, keys), 'behind');
    });
});

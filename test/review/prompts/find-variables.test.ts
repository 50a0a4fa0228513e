import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findVariables } from '../../../src/review/prompts/find-variables.js';

describe('findVariables', () => {
  it('finds what templates fill in, however they write it, blanks aside', () => {
    const text = [
      'Greet {{ name }} and {{name}}, {{#if paid}}thank{{/if}} {{{raw}}} {{ a | upper }}',
      '{% for item in items %} <%= user.name %> ${plan} $topic',
      '{customer} {user.name!r} {price:.2f} %(city)s [[team name]] <<role>>',
    ].join('\n');
    assert.deepEqual(
      [...findVariables(text)].map(([name, line]) => `${line} ${name}`),
      [
        '1 {{name}}',
        '1 {{#ifpaid}}',
        '1 {{/if}}',
        '1 {{{raw}}}',
        '1 {{a|upper}}',
        '2 {%foriteminitems%}',
        '2 <%=user.name%>',
        '2 ${plan}',
        '2 $topic',
        '3 {customer}',
        '3 {user.name!r}',
        '3 {price:.2f}',
        '3 %(city)s',
        '3 [[teamname]]',
        '3 <<role>>',
      ],
    );
  });

  it('finds none in prose, prices, JSON and Markdown', () => {
    const text = 'It costs $5 or 5 %. {"a": 1, "b": {}} [link](x) [1] <b>now</b> { } 3 << 4 >> 2\n\n- [ ] {a, b}';
    assert.deepEqual([...findVariables(text).keys()], []);
  });

  it('says the line that stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\n', 'a ', '{{x}}', '{y}', '{{', '}}')), (parts) => {
        const text = parts.join('');
        for (const [name, line] of findVariables(text))
          assert.ok(text.split('\n')[line - 1]?.replace(/\s/gu, '').includes(name.slice(0, 1)) ?? false, text);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    for (const each of ['{', '{{', '{{a', '{%', '<%', '<%a', '${', '$', '%(', '[[', '<<a', '{a.', '{{ \n']) {
      const text = each.repeat(200_000 / each.length);
      const started = performance.now();
      findVariables(text);
      assert.ok(performance.now() - started < 2000, each);
    }
  });
});

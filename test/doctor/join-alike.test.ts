import assert from 'node:assert/strict';
import { joinAlike } from '../../src/doctor/join-alike.js';
import type { PolicyProblem } from '../../src/policy/policy.js';

const problem = (line: number, message: string, file = 'CLAUDE.md'): PolicyProblem => ({
  severity: 'warning',
  file,
  line,
  message,
});
const closed = 'is open only together with an engineer, since “Marta may work alone in:” is no known way.';

describe('joinAlike', () => {
  it('says once, at the first line, what is said of several in the same words', () => {
    const other = problem(6, 'There is no CODEOWNERS file.');
    const joined = joinAlike([
      problem(5, `What “\`a/**\`” names ${closed}`),
      other,
      problem(7, `What “\`b/**\` (a “quoted” word)” names ${closed}`),
      problem(8, `What “\`c/**\`” names ${closed}`),
    ]);
    assert.deepEqual(joined, [problem(5, `What lines 5, 7 and 8 name ${closed}`), other]);
  });

  it('leaves alone what stands in one line, in two files, or is said in other words', () => {
    for (const problems of [
      [problem(5, `What “\`a/**\`” names ${closed}`), problem(5, `What “\`b/**\`” names ${closed}`)],
      [problem(5, `What “\`a/**\`” names ${closed}`), problem(6, `What “\`b/**\`” names ${closed}`, 'AGENTS.md')],
      [
        problem(5, `What “\`a/**\`” names ${closed}`),
        problem(6, 'What “`b/**`” names is locked, since “not” is in it.'),
      ],
      [problem(5, 'Twice.'), problem(5, 'Twice.')],
    ])
      assert.deepEqual(joinAlike(problems), problems);
  });
});

/** What each command that writes a paper takes, with its line in `--help`. */
export const paperOptions = { head: { type: 'string' }, html: { type: 'boolean' } } as const;

export const headHelp = [
  '--head REF',
  'the policy of this branch or commit, such as one that is proposed; without it the base branch’s',
] as const;

export const htmlHelp = [
  '--html',
  'one page of HTML to keep, send or print: it loads nothing and runs nothing',
] as const;

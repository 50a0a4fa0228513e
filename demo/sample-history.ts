import type { Committer } from './fast-import.js';

/** Who works on the sample: two pilot PMs, the engineers, and the head of product who signs off. */
export const people = {
  maya: { name: 'Maya Rivera', email: 'maya@harbor.example' },
  jonas: { name: 'Jonas Weber', email: 'jonas@harbor.example' },
  erin: { name: 'Erin Okafor', email: 'erin@harbor.example' },
  priya: { name: 'Priya Nair', email: 'priya@harbor.example' },
  tomas: { name: 'Tomas Lindqvist', email: 'tomas@harbor.example' },
  lena: { name: 'Lena Brandt', email: 'lena@harbor.example' },
} as const satisfies Readonly<Record<string, Committer>>;

/** One step of the sample's history. The last text of every file stands in `sample/`; `edits` say how it got there. */
export interface HistoryStep {
  readonly by: Committer;
  readonly at: string;
  readonly message: string;
  /** Files, or folders with a trailing slash, that begin here. A longer path in a later step is left to that step. */
  readonly adds?: readonly string[];
  readonly edits?: readonly Edit[];
  /** Work on that branch, which starts at `main`. */
  readonly branch?: string;
  /** Merges that branch into `main`. */
  readonly merges?: string;
}

/** From here on `path` says `to`; before, it said `from` in its place. */
export interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

const { maya, jonas, erin, priya, tomas, lena } = people;
const onboarding = 'src/features/onboarding';
const search = 'src/features/search';
const noResults = 'search/way-on';

export const history: readonly HistoryStep[] = [
  {
    by: tomas,
    at: '2025-01-13T09:12:00Z',
    message: 'Start the application',
    adds: ['README.md', '.gitignore', 'package.json', 'tsconfig.json', 'src/design-system/', 'src/flags/', 'src/i18n/'],
  },
  { by: erin, at: '2025-01-20T14:40:00Z', message: 'Sign people in', adds: ['src/auth/'] },
  {
    by: tomas,
    at: '2025-01-27T10:05:00Z',
    message: 'Deploy every afternoon, and keep boards in a database',
    adds: ['infra/', 'db/', '.github/workflows/'],
  },
  { by: lena, at: '2025-02-03T15:21:00Z', message: 'Charge teams for their seats', adds: ['src/payments/'] },
  { by: erin, at: '2025-02-10T11:33:00Z', message: 'Welcome new teams', adds: [`${onboarding}/`] },
  { by: priya, at: '2025-02-17T16:02:00Z', message: 'Find boards by their words', adds: [`${search}/`, 'src/app.tsx'] },
  { by: tomas, at: '2025-02-24T09:48:00Z', message: 'Record who did what', adds: ['src/audit/'] },
  {
    by: erin,
    at: '2025-03-03T13:15:00Z',
    message: 'Let companies bring their own sign-in',
    adds: [`${onboarding}/auth/`],
  },
  {
    by: tomas,
    at: '2025-03-17T10:30:00Z',
    message: `Say who owns what, and where product managers may work\n\nCo-authored-by: ${erin.name} <${erin.email}>`,
    adds: ['CLAUDE.md', '.claude/', '.github/CODEOWNERS', '.github/PULL_REQUEST_TEMPLATE.md', 'docs/'],
  },
  {
    by: maya,
    at: '2025-03-24T09:20:00Z',
    message: 'Say who is behind onboarding',
    edits: [
      {
        path: `${onboarding}/README.md`,
        from: ' first board.\n',
        to: ' first board. Maya Rivera is its product manager, Erin Okafor its engineer.\n',
      },
    ],
  },
  {
    by: jonas,
    at: '2025-04-02T08:55:00Z',
    message: 'Plan what to say when nothing is found',
    branch: noResults,
    adds: [`${search}/PLANNING.md`],
  },
  {
    by: jonas,
    at: '2025-04-03T09:10:00Z',
    message: `Suggest what to try when nothing is found\n\nCo-authored-by: ${priya.name} <${priya.email}>`,
    branch: noResults,
    edits: [
      {
        path: `${search}/i18n/en.json`,
        from: '“{words}”."\n',
        to: '“{words}”.",\n  "search.none.hint": "Try fewer words, or the name of whoever made the board."\n',
      },
      {
        path: `${search}/i18n/de.json`,
        from: '„{words}“."\n',
        to: '„{words}“.",\n  "search.none.hint": "Versuch es mit weniger Wörtern oder mit dem Namen der Person, die das Board angelegt hat."\n',
      },
      {
        path: `${search}/i18n/fr.json`,
        from: '« {words} »."\n',
        to: '« {words} ».",\n  "search.none.hint": "Essayez avec moins de mots, ou avec le nom de la personne qui a créé le tableau."\n',
      },
      {
        path: `${search}/components/no-results.tsx`,
        from: '',
        to: "      {helpful && <p>{say('search.none.hint')}</p>}\n",
      },
    ],
  },
  {
    by: priya,
    at: '2025-04-04T12:00:00Z',
    message: 'Merge pull request #41 from harbor/search/way-on',
    merges: noResults,
  },
  {
    by: jonas,
    at: '2025-04-14T09:00:00Z',
    message: 'Show the suggestion to half of the people',
    edits: [
      {
        path: `${search}/flags.yaml`,
        from: 'enabled: false\n    rollout: 0\n\n  search-in-comments',
        to: 'enabled: true\n    rollout: 50\n\n  search-in-comments',
      },
    ],
  },
  {
    by: erin,
    at: '2025-05-05T10:10:00Z',
    message:
      'Add a flag for a friendlier empty state, off for now\n\nThe new texts are copies of the old ones; Maya writes them.',
    edits: [
      {
        path: `${onboarding}/index.tsx`,
        from: '',
        to: "  const friendly = useFlag('friendlier-empty-state');\n",
      },
      { path: `${onboarding}/index.tsx`, from: '', to: ' friendly={friendly}' },
      { path: `${onboarding}/components/empty-state.tsx`, from: '', to: '  readonly friendly?: boolean;\n' },
      { path: `${onboarding}/components/empty-state.tsx`, from: '', to: ' friendly = false,' },
      {
        path: `${onboarding}/components/empty-state.tsx`,
        from: "say('emptyState.body'",
        to: "say(friendly ? 'emptyState.friendly' : 'emptyState.body'",
      },
      {
        path: `${onboarding}/i18n/en.json`,
        from: '',
        to: '  "emptyState.friendly": "There is nothing here yet, {name}.",\n',
      },
      {
        path: `${onboarding}/i18n/de.json`,
        from: '',
        to: '  "emptyState.friendly": "Hier ist noch nichts, {name}.",\n',
      },
      {
        path: `${onboarding}/i18n/fr.json`,
        from: '',
        to: '  "emptyState.friendly": "Il n’y a encore rien ici, {name}.",\n',
      },
      {
        path: `${onboarding}/flags.yaml`,
        from: '',
        to: '  friendlier-empty-state:\n    description: Says what to do first instead of what is missing.\n    owner: maya@harbor.example\n    enabled: false\n    rollout: 0\n\n',
      },
    ],
  },
];

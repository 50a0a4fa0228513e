import { people } from '../../demo/sample-history.js';
import type { PublicRepository } from '../vscode/public-repository.js';

/** A public product, and one of its sentences that a PM words anew. */
export interface Product extends PublicRepository {
  /** The folder of the PM's feature, and the catalog of its words. */
  readonly feature: string;
  readonly catalog: string;
  /** The sentence as the PM reads it on the screen, its key, and what they write instead. */
  readonly reads: string;
  readonly key: string;
  readonly writes: string;
  /** What somebody else makes of the same sentence meanwhile. */
  readonly others: string;
  /** A file of the engineers, which the policy locks. */
  readonly locked: string;
}

const { maya } = people;

/** A policy as their engineers could write it. */
function policy(feature: string, catalogs: string, locked: string): string {
  return `
## PM zone

**PMs can touch:**

- \`${catalogs}\` (user-facing strings)
- \`${feature}/**/*.md\` (documentation and planning)

**PMs cannot touch:**

- \`${locked}\`

| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- | --- | --- |
| ${maya.name} (@maya-rivera) | ${maya.email} | \`${feature}\`, \`${catalogs.replace(/\/[^/]*$/, '')}\` | | @lin-chen | @erin-okafor | @paul-adeyemi |

**Controls:** standard
**Size limit:** 15 files, 400 lines
`;
}

/** Three products of different shape: one central JSON catalog with many languages, Rails with YAML, a monorepo. */
export const products: readonly Product[] = [
  {
    name: 'Fallenbagel/jellyseerr',
    adds: { 'CLAUDE.md': policy('src/components/Discover', 'src/i18n/locale/*.json', 'server/**') },
    feature: 'src/components/Discover',
    catalog: 'src/i18n/locale/en.json',
    reads: 'Ratings between 3 and 8',
    key: 'components.Discover.FilterSlideover.ratingText',
    writes: 'Rated {minValue} to {maxValue}',
    others: 'Scores between {minValue} and {maxValue}',
    locked: 'server/index.ts',
  },
  {
    name: 'openstreetmap/openstreetmap-website',
    adds: { 'CLAUDE.md': policy('app/views/messages', 'config/locales/*.yml', 'app/controllers/**') },
    feature: 'app/views/messages',
    catalog: 'config/locales/en.yml',
    reads: 'Sorry there is no message with that id',
    key: 'en.messages.no_such_message.body',
    writes: 'There is no message with that number',
    others: 'This message is not there any more',
    locked: 'app/controllers/application_controller.rb',
  },
  {
    name: 'formbricks/formbricks',
    adds: {
      '+CLAUDE.md': policy('apps/web/modules/ee/analysis', 'apps/web/locales/*.json', 'apps/web/modules/auth/**'),
    },
    feature: 'apps/web/modules/ee/analysis',
    catalog: 'apps/web/locales/en-US.json',
    reads: 'Showing first 10 of 250 rows',
    key: 'showing_first_n_of',
    writes: 'The first {n} of {count} rows',
    others: '{n} of {count} rows',
    locked: 'apps/web/modules/auth/actions.ts',
  },
];

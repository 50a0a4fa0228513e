import { fold } from '../../policy/fold.js';
import { matchGlobs } from '../../policy/match-globs.js';
import { isSetAside } from './set-aside.js';

/** What seeds of a policy close, by the names that folders of it have. Names that mean something else as often are left out. */
const matters: Readonly<Record<string, string>> = {
  'signing in and rights':
    'auth authn authz authentication authorization oauth oauth2 oidc saml sso identity iam permissions rbac acl credentials secrets security crypto',
  money: 'payment payments billing checkout invoicing invoices refunds payouts stripe',
  'protected data': 'phi pii hipaa gdpr pci kyc patients',
  'data and its shape': 'migrations migrate prisma db',
  'builds and systems': 'infra infrastructure terraform deploy deployment deployments k8s kubernetes helm ansible',
  'audit and compliance': 'audit audit-log audit-logs auditing compliance',
  'legal texts': 'legal',
};

const byName = new Map(
  Object.entries(matters).flatMap(([matter, names]) => names.split(' ').map((name) => [name, matter] as const)),
);

/** Names of folders that only a product under a regime has. */
const regimes: ReadonlySet<string> = new Set(['phi', 'hipaa', 'pci', 'kyc', 'patients']);

/** What Appendix A of the regulated proposal closes, whether it is there already or not. */
const always = ['auth', 'payments', 'phi', 'pii', 'migrations', 'infra', 'audit', 'security'];

/** A folder, wherever it lies, that product managers are to leave alone. */
export interface SensitiveFolder {
  readonly matter: string;
  readonly glob: string;
  readonly paths: readonly string[];
}

export interface SensitiveFolders {
  readonly folders: readonly SensitiveFolder[];
  /** A path by which the product seems to be under a regime. */
  readonly regulatedBy: string | undefined;
}

/** Finds folders that hold code or settings of what a policy closes, and what stands for a regime. `isRegulated`: with what is not there yet. */
export function findSensitiveFolders(paths: readonly string[], isRegulated: boolean | undefined): SensitiveFolders {
  const names = new Set<string>();
  let regulatedBy: string | undefined;
  for (const path of paths) {
    if (prose.test(path) || isSetAside(path)) continue;
    for (const name of path.split('/').slice(0, -1)) {
      const folded = fold(name);
      if (byName.has(folded)) names.add(folded);
      if (regimes.has(folded)) regulatedBy ??= path;
    }
  }
  if (isRegulated ?? regulatedBy !== undefined) for (const name of always) names.add(name);
  const globs = [...byName.keys()].filter((name) => names.has(name)).map((name) => `**/${name}/**`);
  const workflows = paths.some((path) => path.startsWith('.github/workflows/')) ? ['.github/workflows/**'] : [];
  const folders = [...globs, ...workflows].map((glob) => ({
    matter: byName.get(glob.slice(3, -3)) ?? 'builds and systems',
    glob,
    paths: paths.filter(matchGlobs([glob], 'forbid').matches),
  }));
  return { folders, regulatedBy };
}

/** What is written there is about such matters, and none of them. */
const prose =
  /\.(?:mdx?|rst|adoc|txt|png|jpe?g|svg|gif|webp|ico|po|pot|arb|strings|properties|html?)$|(?:^|\/)(?:i18n|l10n|locales?|translations?|docs|documentation|assets|icons?|images?)\//iu;

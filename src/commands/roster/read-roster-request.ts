import type { RosterRequest } from '../../doctor/propose-roster.js';
import type { RosterRow } from '../../policy/policy.js';
import { UsageError, textOption, type ParsedArguments } from '../command.js';

/** What `pm-zone roster` is asked for; throws a `UsageError` for what is half a request, or two. */
export function readRosterRequest(typed: ParsedArguments): RosterRequest {
  const [kind, who, ...others] = typed.positionals;
  if (who === undefined || others.length > 0 || who.trim() === '')
    throw new UsageError(
      'say what to do and for whom: pm-zone roster add "Maya Rivera" --handle @maya, revoke @maya, or move @maya --folders src/cart.',
    );
  const given = readOptions(typed);
  const { handles, emails, ...surface } = given;
  switch (kind) {
    case 'add':
      return { kind, row: { pm: who.trim(), ...noRow, ...given } };
    case 'revoke':
      if (Object.keys(given).length > 0)
        throw new UsageError('revoke takes nobody’s folders or people: only who it is.');
      return { kind, who };
    case 'move':
      if (handles !== undefined || emails !== undefined)
        throw new UsageError('move keeps who they are: --handle and --email go with add.');
      if (Object.keys(surface).length === 0)
        throw new UsageError(
          'say where to: --folders, and --flags, --reviewers, --engineering-dri or --product-dri where they change.',
        );
      return { kind, who, to: surface };
    default:
      throw new UsageError(`there is no pm-zone roster ${String(kind)}: it is add, revoke or move.`);
  }
}

type Given = Partial<Omit<RosterRow, 'line' | 'file' | 'revoked' | 'withdrawn' | 'pm'>>;

const noRow = {
  handles: [],
  emails: [],
  featureFolders: [],
  flags: [],
  reviewers: [],
  engineeringDris: [],
  productDris: [],
} as const;

function readOptions(typed: ParsedArguments): Given {
  const list = (name: string, shape: (entry: string) => string = (entry) => entry): readonly string[] | undefined => {
    const text = textOption(typed, name);
    if (text === undefined) return undefined;
    const entries = text.split(',').map((entry) => entry.trim());
    return text.trim() === 'none' ? [] : entries.filter((entry) => entry !== '').map(shape);
  };
  const asHandle = (entry: string): string => (entry.includes('@') ? entry : `@${entry}`);
  const found: Readonly<Record<keyof Given, readonly string[] | undefined>> = {
    handles: list('handle', asHandle),
    emails: list('email', (entry) => entry.toLowerCase()),
    featureFolders: list('folders', (entry) => entry.replace(/^(?:\.?\/)+|\/+$/gu, '')),
    flags: list('flags'),
    reviewers: list('reviewers', asHandle),
    engineeringDris: list('engineering-dri', asHandle),
    productDris: list('product-dri', asHandle),
  };
  return Object.fromEntries(Object.entries(found).filter(([, entries]) => entries !== undefined));
}

import type { PilotAnswers, PilotPerson } from '../../setup/pilot-answers.js';
import { UsageError, textOption, textOptions, type ParsedArguments } from '../command.js';

/** What `pm-zone init` takes of a PM besides their name, by the option that says it; all but the first hold for each PM where given once. */
const ofPerson = ['handle', 'folders', 'flags', 'reviewers', 'dri', 'product-dri'] as const;

type OfPerson = (typeof ofPerson)[number];

/** What a PM's options say, each as it was typed. */
export type TypedPerson = Readonly<Partial<Record<OfPerson, string>>> & { readonly pm: string };

/** Reads the answers that stand on the command line; throws a `UsageError` where one cannot be read, or is of nobody. */
export function readPilotAnswers(typed: ParsedArguments): PilotAnswers {
  const pms = textOptions(typed, 'pm');
  const orphan = ofPerson.find((name) => pms.length === 0 && textOptions(typed, name).length > 0);
  if (orphan !== undefined)
    throw new UsageError(`--${orphan} is about a PM: say who with --pm "Name <address they commit with>".`);
  const people = pms.map((pm, at) => {
    const own = ofPerson.map((name) => [name, valueFor(typed, name, at, pms.length)] as const);
    return readPerson({ pm, ...Object.fromEntries(own) });
  });
  return {
    people,
    controls: readControls(textOption(typed, 'controls')),
    engineers: readNames(textOption(typed, 'engineers'), 'engineers'),
    release: readRelease(textOption(typed, 'release')),
  };
}

function valueFor(typed: ParsedArguments, name: OfPerson, at: number, people: number): string | undefined {
  const values = textOptions(typed, name);
  if (values.length === people) return values[at];
  if (values.length === 0 || (values.length === 1 && name !== 'handle')) return values[0];
  const once = name === 'handle' ? '' : 'once for all, or ';
  throw new UsageError(
    `--${name} was given ${values.length} times for ${people} PMs: give it ${once}once for each, in their order.`,
  );
}

/** Reads "Maya Rivera <maya@example.com> @maya" and what else was said of her; throws a `UsageError` that says how it is written. */
export function readPerson(typed: TypedPerson): PilotPerson {
  const [, name = '', email = '', own = ''] = /^([^<>@|]*?)\s*<([^<>\s]+)>\s*(@\S+)?$/u.exec(typed.pm.trim()) ?? [];
  if (!personName.test(name) || !address.test(email))
    throw new UsageError(
      `"${typed.pm}" is no PM as --pm takes one: "Maya Rivera <maya@example.com>", with the address they commit with.`,
    );
  const handle = typed.handle ?? own;
  if (handle === '')
    throw new UsageError(
      `--handle is missing for ${name}: the gate knows people by their handle on GitHub or GitLab, like @maya.`,
    );
  if (!person.test(withAt(handle)))
    throw new UsageError(`"${handle}" is nobody's handle; write it like --handle @maya.`);
  return {
    name,
    email,
    handle: withAt(handle),
    folders: readList(typed.folders, 'folders', folder, 'src/home').map((each) => each.replace(/^\.?\/|\/$/gu, '')),
    flags: readList(typed.flags, 'flags', flag, 'new-home'),
    reviewers: readNames(typed.reviewers, 'reviewers'),
    engineeringDris: readNames(typed.dri, 'dri'),
    productDris: readNames(typed['product-dri'], 'product-dri'),
  };
}

/** Reads handles and teams between commas or spaces. */
export function readNames(text: string | undefined, option: string): readonly string[] {
  return readList(text, option, handleOrTeam, '@org/team').map(withAt);
}

function readList(text: string | undefined, option: string, form: RegExp, example: string): readonly string[] {
  const entries = (text ?? '').split(/[,;\s]+/u).filter((each) => each !== '');
  const odd = entries.find((each) => !form.test(each));
  if (odd !== undefined) throw new UsageError(`"${odd}" cannot stand in --${option}; write it like ${example}.`);
  return [...new Set(entries)];
}

function withAt(name: string): string {
  return name.startsWith('@') ? name : `@${name}`;
}

const personName = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} .'’-]{0,79}$/u;
const address = /^[a-z0-9_][\w.%+'-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z0-9-]{1,63}$/iu;
const person = /^@[a-z0-9](?:[\w.-]{0,98}[a-z0-9_])?$/iu;
const handleOrTeam = /^@?[a-z0-9][\w.-]{0,98}(?:\/[\w.-]{1,99}){0,8}$/iu;
const folder = /^(?:\.?\/)?(?!\.\.?(?:\/|$))[\w.@-]+(?:\/(?!\.\.?(?:\/|$))[\w.@-]+){0,20}\/?$/u;
const flag = /^[\w.:/-]{1,100}$/u;

function readControls(text: string | undefined): PilotAnswers['controls'] {
  if (text === undefined || text === 'standard' || text === 'regulated') return text;
  throw new UsageError(`there are no controls called ${text}: --controls standard or --controls regulated.`);
}

function readRelease(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{40}$/u.test(text)) return text;
  throw new UsageError('--release takes the 40 characters of the release’s commit, since a tag can be moved.');
}

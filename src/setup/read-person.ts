import type { PilotPerson } from './pilot-answers.js';
import { isOfferKind, offerKinds, type OfferKind } from './offer-kinds.js';

/** An answer that cannot be read; its message says how it is written. */
export class AnswerError extends Error {}

/** What is said of a PM besides their name, as it was typed. */
export type TypedPerson = Readonly<Partial<Record<OfPerson, string>>> & { readonly pm: string };

export type OfPerson = 'handle' | 'folders' | 'flags' | 'reviewers' | 'dri' | 'product-dri';

/** Reads "Maya Rivera <maya@example.com> @maya" and what else was said of her; throws an `AnswerError`. */
export function readPerson(typed: TypedPerson): PilotPerson {
  const [, name = '', email = '', own = ''] = /^([^<>@|]*?)\s*<([^<>\s]+)>\s*(@\S+)?$/u.exec(typed.pm.trim()) ?? [];
  if (!personName.test(name) || !address.test(email))
    throw new AnswerError(
      `“${typed.pm}” is no PM: write “Maya Rivera <maya@example.com> @maya”, with the address they commit with.`,
    );
  const handle = typed.handle ?? own;
  if (handle === '')
    throw new AnswerError(
      `The handle of ${name} is missing: the gate knows people by their handle on GitHub or GitLab. Write it behind the address, like @maya.`,
    );
  if (!person.test(withAt(handle))) throw new AnswerError(`“${handle}” is nobody's handle; write it like @maya.`);
  return {
    name,
    email,
    handle: withAt(handle),
    folders: readFolders(typed.folders),
    flags: readList(typed.flags, 'flags', flag, 'new-home'),
    reviewers: readNames(typed.reviewers, 'reviewers'),
    engineeringDris: readNames(typed.dri, 'engineering DRIs'),
    productDris: readNames(typed['product-dri'], 'product DRIs'),
  };
}

/** Reads feature folders between commas or spaces; a blank in brackets or quotes is of a name: `app/(my shop)/[locale]`, `"my app"`. */
export function readFolders(text: string | undefined): readonly string[] {
  return readList(text, 'feature folders', folder, 'src/home').map(asFolder);
}

/** Reads handles and teams between commas or spaces; `what` they are, in words. */
export function readNames(text: string | undefined, what: string): readonly string[] {
  return readList(text, what, handleOrTeam, '@org/team').map(withAt);
}

/** Reads the folders of a monorepo. */
export function readWorkspaces(text: string | undefined): readonly string[] {
  return readList(text, 'workspaces', folder, 'packages/app').map(asFolder);
}

/** Reads the names of what an engineer may open, of those that are offered. */
export function readOffers(
  text: string | undefined,
  offered: readonly string[] = Object.keys(offerKinds),
): readonly OfferKind[] {
  const known = offered.join(', ');
  return readList(text, '', /^/u, known).map((each) => {
    if (isOfferKind(each) && offered.includes(each)) return each;
    throw new AnswerError(`“${each}” is nothing that could be opened besides; what could is ${known}.`);
  });
}

function asFolder(text: string): string {
  return text.replace(/^\.?\/|\/$/gu, '');
}

function readList(text: string | undefined, what: string, form: RegExp, example: string): readonly string[] {
  const written = (text ?? '').match(entry) ?? [];
  const entries = form === folder ? written.map((each) => each.replace(/^(["'`])(.*)\1$/u, '$2')) : written;
  const odd = entries.find((each) => !form.test(each));
  if (odd !== undefined) throw new AnswerError(`“${odd}” cannot stand among the ${what}; write it like ${example}.`);
  return [...new Set(entries)];
}

function withAt(name: string): string {
  return name.startsWith('@') ? name : `@${name}`;
}

const personName = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} .'’-]{0,79}$/u;
const address = /^[a-z0-9_][\w.%+'-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z0-9-]{1,63}$/iu;
const person = /^@[a-z0-9](?:[\w.-]{0,98}[a-z0-9_])?$/iu;
const handleOrTeam = /^@?[a-z0-9][\w.-]{0,98}(?:\/[\w.-]{1,99}){0,8}$/iu;
const folder =
  /^(?:\.?\/)?(?!\.\.?(?:\/|$))[^/*?{}\\<>:"|!`\p{C}]+(?:\/(?!\.\.?(?:\/|$))[^/*?{}\\<>:"|!`\p{C}]+){0,20}\/?$/u;

/** What stands between commas, semicolons and blanks that are in no brackets and no quotes. */
const entry = /"[^"]*"|'[^']*'|`[^`]*`|(?:\([^()]*\)|\[[^[\]]*\]|[^,;\s])+/gu;
const flag = /^[\w.:/-]{1,100}$/u;

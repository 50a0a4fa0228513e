import type { KeyIndex } from './key-index.js';
import type { KeyMatch } from './key-match.js';

/** `R.string.title`, `Res.string.title` of Compose, `MR.strings.title` of Moko, `CoreR.plurals.items`, `Resource.String.title` of .NET, `@string/title`, `@com.shop:string/title`. */
const resource =
  /(?:(?:\b(?:\w{0,60}R|Res)\.|@(?:\+?[\w.]{1,100}:)?)(?:strings?|plurals|array)|\bResource(?:Constant)?\.(?:String|Plurals|Array))[./](\w{1,200})/g;
const member = /\.\s{0,80}([\p{L}_]\w{0,200})/gu;
/** What is certainly a comment: an address has slashes too, and `image/*` is a string. */
const comment = /<!--[^]*?(?:-->|(?![^]))|(?<=^|\s)\/\/[^\n]*|^[ \t]*\*[^\n]*/gm;
/** What is called like this holds texts. */
const holder =
  /(?:l10n|locali[sz]ations?|strings?|i18n|lang(?:uage)?|translations?|texts?|labels?|messages|resources?|resx|\bSR?|\btr|\bloc)\)?(?:\.(?:current|instance|of))?(?:\([^()]*\))?[!?]?\s*$/i;

/** Where a file takes a text as a member of what a tool makes of the catalog; of something with another name, it is `possible` only. */
export function matchMembers(path: string, text: string, keys: KeyIndex): readonly KeyMatch[] {
  const found: KeyMatch[] = [];
  if (!/\.(?:kts?|java|a?xml|dart|cs|vb|fs|xaml|axaml|cshtml|razor|swift|scala|groovy|aspx)$/i.test(path)) return found;
  const code = text.replaceAll(comment, (each) => ' '.repeat(each.length));
  for (const { 0: whole, 1: name = '', index } of code.matchAll(resource)) {
    const end = index + whole.length;
    for (const key of keys.named(name)) if (key.naming === 'resource') found.push({ key, at: index, end, sure: true });
  }
  for (const { 0: whole, 1: name = '', index } of code.matchAll(member)) {
    for (const key of keys.named(name)) {
      if (key.naming !== 'member') continue;
      const sure = holder.test(code.slice(Math.max(0, index - 100), index));
      found.push({ key, at: index, end: index + whole.length, sure });
    }
  }
  return found;
}

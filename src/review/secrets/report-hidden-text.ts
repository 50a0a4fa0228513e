import type { ChangedFile, Unread } from '../../change/change.js';
import type { Report } from '../check.js';

/**
 * A text that comes in and that nobody could read, for whatever reason: a key would stand in it unseen. Nothing is said of a picture or
 * another file that is none, nor of links and other repositories, which the zone reports.
 */
export function reportHiddenText(file: ChangedFile): readonly Report[] {
  const unread = file.after?.unread;
  const isKept = (unread === 'not-utf-8' || unread === 'binary') && file.before?.unread === unread;
  const message = unread === undefined ? undefined : isKept ? `${notSaved} ${itWas}` : messages[unread];
  return message === undefined || !isText(file) ? [] : [{ message, path: file.path }];
}

/** It was one before, or is one by its name; of what was not looked into, all but what is none by its name. */
function isText({ path, before, after }: ChangedFile): boolean {
  switch (after?.unread) {
    case 'not-utf-8':
      return true;
    case 'too-large':
    case 'missing':
      return before?.text !== undefined || !binaryFile.test(path);
    default:
      return before?.text !== undefined || textFile.test(path);
  }
}

const textFile =
  /\.(?:mdx?|markdown|rst|adoc|txt|log|jsonc?|json5|jsonl|ndjson|arb|ya?ml|[cm]?[jt]sx?|html?|svg|css|s[ac]ss|less|vue|svelte|astro|pot?|strings|ftl|resx|xlf|xliff|properties|env|csv|tsv|xml|toml|ini|cfg|conf|sql|graphql|py|rb|erb|go|rs|java|kt|cs|swift|php|twig|liquid|sh)$/iu;

const binaryFile =
  /\.(?:png|jpe?g|gif|webp|avif|heic|bmp|ico|tiff?|psd|sketch|fig|woff2?|[ot]tf|eot|mp[34]|m4[av]|mov|webm|og[agv]|wav|flac|aac|avi|mkv|pdf|docx|xlsx|pptx|zip|t?gz|bz2|xz|7z|tar|jar|wasm|mo)$/iu;

const notSaved = 'This file is not saved as UTF-8, so nobody can search it for keys and passwords, and it cannot pass.';
const saveAgain = `${notSaved} Save it again as UTF-8.`;

const leaveOut =
  'leave it out and ask your engineering DRI (the engineer who answers for your changes) to bring it in themselves.';

/** Older programs of Java and Apple read nothing else. */
const itWas = `It was not before either, and the app may read it as it is: ${leaveOut}`;

const messages: Readonly<Partial<Record<Unread, string>>> = {
  'not-utf-8': saveAgain,
  binary: saveAgain,
  'too-large': `This file is too large to be searched for keys and passwords, so it cannot pass. Split it, or ${leaveOut}`,
  'lfs-pointer': `What this file holds is kept outside git (Git LFS), where nobody can search it for keys and passwords, so it cannot pass. Keep it in git, or ${leaveOut}`,
  missing: `What this file holds cannot be read here, so nobody can search it for keys and passwords, and it cannot pass. If git has yet to fetch it, run git fetch; otherwise ${leaveOut}`,
};

import type { CatalogFormat } from './catalog-formats.js';
import { isAmongTexts } from './places/is-among-texts.js';

/** The format of a catalog that only its text tells: Qt's end as TypeScript's programs do, Fluent's as FreeMarker's templates, XAML's as views, CodeIgniter's as programs of PHP, and Android's may lie anywhere. */
export function formatByContent(path: string, text: string): CatalogFormat | undefined {
  if (isQtCatalog(path, text)) return 'script';
  if (isFluentCatalog(path, text)) return 'fluent';
  if (isOfCodeIgniter(path, text)) return 'php';
  return isDictionaryOfTexts(path, text) || isAndroidElsewhere(path, text) ? 'xml' : undefined;
}

/** Is it one of Qt's, which end as TypeScript's programs do? */
export function isQtCatalog(path: string, text: string): boolean {
  return /\.ts$/i.test(path) && /^\s*<[?!\w][^]{0,200}<TS\b/.test(text);
}

/** As much of a long file as tells what it is, in UTF-16 units. */
const sample = 60_000;
const fewestTexts = 3;

/** Is it a dictionary of XAML that holds texts nearly all, and no styles or brushes? */
function isDictionaryOfTexts(path: string, text: string): boolean {
  if (
    !/\.a?xaml$/i.test(path) ||
    !/^\uFEFF?\s{0,200}(?:<[!?][^>]{0,1000}>\s{0,200}){0,9}<ResourceDictionary\b/.test(text)
  )
    return false;
  const keyed = [...text.slice(0, sample).matchAll(/<([\w.:]{1,100})\s[^<>]{0,300}?\bx:Key\s?=/g)];
  const texts = keyed.filter(([, name]) => /^(?:\w{1,60}:)?String$/.test(name as string));
  return texts.length >= fewestTexts && texts.length >= keyed.length * 0.8;
}

/** Where a file says what it is, in UTF-16 units. */
const longestStart = 4000;

/** Is it one in Android's format, in a folder of texts that is none of Android's? Beside its texts those have colours, sizes and keys. */
function isAndroidElsewhere(path: string, text: string): boolean {
  if (!/\.xml$/i.test(path) || !isAmongTexts(path) || /(?:^|\/)values(?:-[^/]*)?\//.test(path)) return false;
  const start = text.slice(0, longestStart).replaceAll(/<!--[^]*?-->/g, '');
  const [root, first] = Array.from(start.matchAll(/<([a-z][\w-]*)/gi), ([, name]) => name as string);
  return root === 'resources' && first !== undefined && /^(?:string|plurals|string-array)$/.test(first);
}

/** Is it one of Fluent, wherever it lies? A template of FreeMarker, which ends so, has tags and is filled in. */
function isFluentCatalog(path: string, text: string): boolean {
  return /\.ftl$/i.test(path) && /^-?[a-z][\w-]* *=/im.test(text) && !/^<|<[#@]|\[#|\$\{(?! *\$)/m.test(text);
}

/** Is it one of CodeIgniter 3 and the like, whose folders are called after languages in words (`language/english/home_lang.php`)? */
function isOfCodeIgniter(path: string, text: string): boolean {
  return /_lang\.php$/i.test(path) && /^\$lang\[(?:'[^']*'|"[^"]*")\]\s*=/m.test(text);
}

/** Where a copy catalog stands: its language, and the `family` that it shares with the same catalog in other languages. */
export interface CatalogLocation {
  readonly path: string;
  /** `json` is read; of the others it is only said that they are copy. */
  readonly format: 'json' | 'unsupported';
  /** As written in the path (`de`, `pt_BR`); `undefined` where the path names none. */
  readonly locale: string | undefined;
  /** The path with `*` in place of the language; two languages of one catalog have the same. */
  readonly family: string;
}

/**
 * Says by its path whether a file is a copy catalog: `i18n/en.json`, `locales/de/common.json`, `lang/messages.fr.json`,
 * `lib/l10n/app_en.arb`. In folders of ambiguous names it has to name a language as well.
 */
export function locateCatalog(path: string): CatalogLocation | undefined {
  const segments = path.split('/');
  // `split` gives at least one part.
  const name = segments.pop() as string;
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).toLowerCase();
  if (dot < 1 || !(readable.test(ending) || unsupported.test(ending)) || noCatalog.test(name)) return undefined;
  const folder = segments.findLastIndex((segment) => sure.test(segment));
  const place = locate(segments, name.slice(0, dot), name.slice(dot), path);
  const isCatalog = folder !== -1 || (place.locale !== undefined && segments.some((segment) => likely.test(segment)));
  // Settings of the tools, written in YAML, lie in such folders too.
  if (!isCatalog || (place.format === 'unsupported' && place.locale === undefined)) return undefined;
  return place;
}

const readable = /^(?:json|arb)$/;
const unsupported =
  /^(?:ya?ml|properties|pot?|json5|jsonc|xlf|xliff|strings|stringsdict|xcstrings|resx|ftl|xml|toml|ini|csv|tsv)$/;
const sure = /^(?:i18n|l10n|_?locales?|translations?|intl)$/i;
const likely = /^(?:lang|langs|languages?|messages|copy|strings)$/i;
const noCatalog = /^(?:package|package-lock|tsconfig.*|composer|\..*)\.json$|\.schema\.json$/i;

function locate(segments: readonly string[], stem: string, ending: string, path: string): CatalogLocation {
  const format = readable.test(ending.slice(1).toLowerCase()) ? 'json' : 'unsupported';
  const folder = segments.map((segment) => `${segment}/`);
  // A star in the name could not be told apart from the language placeholder.
  if (path.includes('*')) return { path, format, locale: undefined, family: path };
  const whole = asLocale(stem);
  if (whole) return { path, format, locale: stem, family: `${folder.join('')}*${ending}` };
  // `messages.fr`, `app_en`, `app_pt_BR`, `fr.messages`.
  for (const match of stem.matchAll(/[._-]/g)) {
    const last = stem.slice(match.index + 1);
    if (asLocale(last))
      return { path, format, locale: last, family: `${folder.join('')}${stem.slice(0, match.index + 1)}*${ending}` };
  }
  const [first] = stem.split('.', 1) as [string];
  if (asLocale(first))
    return { path, format, locale: first, family: `${folder.join('')}*${stem.slice(first.length)}${ending}` };
  const at = segments.findLastIndex(asLocale);
  if (at === -1) return { path, format, locale: undefined, family: path };
  const family = folder.with(at, '*/').join('') + stem + ending;
  return { path, format, locale: segments[at], family };
}

/** Two letters with a script or region behind them, or one of the longer codes in use; `app` and `nav` are no languages here. */
function asLocale(text: string): boolean {
  const parts = localeShape.exec(text);
  if (parts === null) return false;
  const language = (parts[1] as string).toLowerCase();
  if (language.length === 3) return longCodes.has(language);
  return twoLetterCodes.has(language);
}

const localeShape = /^([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|[0-9]{3}))?$/i;
const longCodes: ReadonlySet<string> = new Set(
  'ast bho ceb chr ckb cmn dsb fil gsw haw hmn hsb kab kok lmo mai mni nds nso sat scn szl tok tzm vec wuu yue zgh'.split(
    ' ',
  ),
);
/** ISO 639-1, with the old codes that platforms still write. */
const twoLetterCodes: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj ' +
    'fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv ' +
    'kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ' +
    'ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh ' +
    'yi yo za zh zu'
  ).split(' '),
);

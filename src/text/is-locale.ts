/** Two letters with a script, region or variant behind them, or one of the longer codes in use; `app` and `nav` are no languages here. */
export function isLocale(text: string): boolean {
  const parts = localeShape.exec(text);
  if (parts === null) return false;
  const language = (parts[1] as string).toLowerCase();
  if (language.length === 3) return longCodes.has(language);
  // `jp_JP` and `cz-cz` are how many write a language that they know by its country.
  return twoLetterCodes.has(language) || byCountry.has(language) || doubled.test(text);
}

/** A locale as the web's standards write it (BCP 47), whatever a path has for it: `pt_BR` is `pt-BR`, and `cn` Chinese. */
export function languageTag(locale: string): string {
  return byCountry.get(locale.toLowerCase().replace(doubled, '$1')) ?? locale.replaceAll('_', '-');
}

/** Countries that many call a language after, and that no language has the letters of. */
const byCountry: ReadonlyMap<string, string> = new Map([
  ['cn', 'zh-CN'],
  ['cz', 'cs'],
  ['dk', 'da'],
  ['gr', 'el'],
  ['jp', 'ja'],
  ['kr', 'ko'],
  ['ua', 'uk'],
  ['vn', 'vi'],
]);

const doubled = /^([a-z]{2})[-_]\1$/i;
/** Of variants only those that catalogs are called after: most other words behind a hyphen are none. */
const localeShape =
  /^([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|[0-9]{3}))?(?:[-_@](?:valencia|tarask|latin|latn|cyrillic|cyrl|(?:in)?formal))?$/i;
const longCodes: ReadonlySet<string> = new Set(
  'ast bho bqi ceb chr ckb cmn dsb fil gsw gug hak haw hmn hsb kab kmr kok lmo lrc mai mni nds nso pcm sat scn szl tok tzm vec wuu yue zgh'.split(
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

/** The language that most products are written in first, of whatever country. */
export function isEnglish(locale: string | undefined): boolean {
  return locale !== undefined && /^en(?![a-z])/i.test(locale);
}

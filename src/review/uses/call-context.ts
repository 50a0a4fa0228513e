/** What a string in a program is given to, as far as the signs before it tell. */
export type CallContext =
  /** A function, component or attribute that shows texts by their keys. */
  | 'translates'
  /** What says where keys begin: `useTranslations('home')`, `keyPrefix: 'home'`. */
  | 'scopes'
  /** Another function, or a comparison. */
  | 'argument'
  | 'other';

const translators =
  /^(?:\$?(?:[tT]|tc|te|tm|tx|rt)|rich|markup|raw|_t|_td|_tr?|__?n?|_[nx]|n?gettext\w*|\w*[gG]ettext\w*|\$_|\$format|\$translate|trans|trans_choice|tr|translate\w*|\w*[tT]ranslat(?:e|or|ion)|i18n\w*|intl|\w*[lL]ocali[sz]e\w*|l10n|localized|formatMessage|format|getMessage|instant|stream|msg|getString|getText|stringResource|pluralStringResource|NSLocalizedString\w*|String|Text|L|lang|L10n|Localizer)$/;
const scopers =
  /^(?:use\w*Translations?|get\w*Translations?|use\w*I18n|get\w*I18n|useIntl|getFixedT|withTranslation|serverSideTranslations|createTranslator|defineMessages|useScopedI18n|getScopedI18n|keyPrefix|namespace|ns|scope|i18nScope|i18nPrefix|translationPrefix)$/i;
const attributes =
  /^(?:i18n[-_]?key|i18n|keypath|v-t|v-i18n|t|data-i18n[\w-]*|data-l10n-id|translate|translation|trans|l10nId|\w+Key|\w*MessageId|\w*TranslationId)$/;
/** Elements that show a text, whose `id`, `key` or `path` is its key. */
const elements = /<(?:Formatted\w*|Trans\w*|Localized|Message|T|i18n-t|i18n)\b[^<>]*$/;

/** More signs before a string are not looked at. */
const furthest = 400;

/** What the string whose opening quotation mark stands at `at` is given to. Looks back a bounded way. */
export function readCallContext(text: string, at: number): CallContext {
  const from = Math.max(0, at - furthest);
  const before = text.slice(from, at);
  // `| translate` of Angular, `| trans` of Twig and the like stand behind it.
  const after = text.slice(at + 1, at + furthest);
  if (/^[^"'`\n]*["'`]\s*\|\s*(?:translate|trans|transloco|t|localize|i18n)\b/.test(after)) return 'translates';
  const [, sign = '', attribute] = /(?:^|[^\w$-])([:@#*[(.]?)([\w$-]{1,60})[)\]]?=\{?\s*$/.exec(before) ?? [];
  if (attribute !== undefined) return sign === '' ? attributeContext(attribute, before) : 'argument';
  // `localizer["home"]` of .NET.
  if (/(?:[lL]ocali[sz]er|\bL|\bT)\[\s*$/.test(before)) return 'translates';
  if (/(?:[!=]==?|\bcase)\s*$/.test(before)) return 'argument';
  let depth = 0;
  let inside = false;
  for (let place = before.length - 1; place >= 0; place--) {
    const sign = before[place] as string;
    if (sign === ')' || sign === ']' || sign === '}') depth++;
    else if (sign === '(' || sign === '[' || sign === '{') {
      if (depth > 0) depth--;
      else if (sign !== '(') inside = true;
      else {
        const callee = /([\w$]{1,60})[!?]?\.?(?:<[^<>()]{0,100}>)?\s*$/.exec(before.slice(0, place))?.[1] ?? '';
        const found = calleeContext(callee);
        if (found !== 'other') return found;
        // `(cond ? 'a' : 'b')` is in the call around it.
        if (callee !== '' && !/^(?:if|return|await|case)$/.test(callee)) {
          const property = propertyContext(before);
          return property === 'other' && !inside ? 'argument' : property;
        }
      }
    } else if (depth === 0 && sign === ';') return propertyContext(before);
  }
  return rubyContext(before) ?? propertyContext(before);
}

function calleeContext(name: string): CallContext {
  if (scopers.test(name)) return 'scopes';
  return translators.test(name) ? 'translates' : 'other';
}

function attributeContext(name: string, before: string): CallContext {
  if (/^(?:keyPrefix|i18nScope|i18nPrefix|translationPrefix|namespace)$/i.test(name)) return 'scopes';
  const shows = attributes.test(name) || (/^(?:id|key|path)$/.test(name) && elements.test(before));
  return shows ? 'translates' : 'other';
}

/** `id: 'home.title'`, `titleKey: cond ? 'a' : 'b'`. */
function propertyContext(before: string): CallContext {
  const name = /([\w$-]{1,60})["']?\s*:\s*(?:[^,;{}()"'`]{0,80}\?\s*)?$/.exec(before)?.[1];
  if (name === undefined) return 'other';
  if (scopers.test(name)) return 'scopes';
  return /^(?:i18nKey|id|\w*[kK]ey|\w*MessageId|\w*TranslationId|i18n\w*|l10n\w*)$/.test(name) ? 'translates' : 'other';
}

/** `t 'home.title'` of Ruby, `{{t "home.title"}}` of Handlebars, `@lang 'x'`. */
function rubyContext(before: string): CallContext | undefined {
  const name = /(?:^|[^\w$.-])(?:I18n\.)?([\w$]{1,30})\s+$/.exec(before)?.[1];
  return name !== undefined && translators.test(name) ? 'translates' : undefined;
}

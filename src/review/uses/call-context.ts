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
  /^(?:\$?(?:[tT]|tc|te|tm|tx|rt)|rich|markup|raw|_t|_td|_tr?|__?n?|_[enx]|_ex|esc_(?:html|attr)_\w{1,2}|n?gettext\w*|\w*[gG]ettext\w*|\$_|\$format|\$translate|trans|trans_choice|tr|Tr[NF]?|translate\w*|\w*[tT]ranslat(?:e|or|ion)|i18n\w*|intl|\w*[lL]ocali[sz]ed?\w*|l10n|formatMessage|format|getMessage|wfMessage|instant|stream|msg|[gG]et(?:String|Text)|get_string|f?tl|fl|stringResource|pluralStringResource|String|Text|L|lang|L10n|Localizer|qsTr\w*|QT_TR\w*)$/;
const scopers =
  /^(?:use\w*Translations?|get\w*Translations?|use\w*I18n|get\w*I18n|useIntl|getFixedT|withTranslation|serverSideTranslations|createTranslator|defineMessages|useScopedI18n|getScopedI18n|keyPrefix|namespace|ns|scope|i18nScope|i18nPrefix|translationPrefix)$/i;
const attributes =
  /^(?:i18n[-_]?key|i18n|keypath|v-t|v-i18n|t|data-i18n[\w-]*|data-l10n-id|translate|translation|trans|transloco|l10nId|\w+Key|\w*MessageId|\w*TranslationId)$/;
/** Elements and tags of templates that show a text, with the name of their attribute that is its key. */
const elements =
  /<(?:Formatted\w*|Trans\w*|Localized|Message|T|i18n-t|i18n)\b[^<>]*\s(?:id|key|path)=$|<@?[\w-]{1,30}[:.](?:message|translate|text|msg)\b[^<>]*\s(?:id|key|path|code|name)=$|\{(?:l|lang|t|tr|translate|intl|i18n)\s[^{}<>]*\b(?:s|key|id|name|code|text|msg)=$/;
/** What is called like this holds texts, and what it gives for a name is one: `strings.get('a')`, `$lang['a']`. */
const holders =
  /(?:i18n|l10n|locali[sz]\w*|lang|languages?|(?<!query_?|sub|to|con)(?:strings?|texts?)|messages?|msgs?|translat\w*|dictionary|bundle)$|^loc$/i;
const getters = /^(?:get|text|string|message|msg|has|find|lookup|resolve|value|of)$/;

/** More signs before a string are not looked at. */
const furthest = 400;

/** `'a' | translate` of Angular and of templates, `'a'.tr()` of Dart, `"a".localized` of Swift. */
const behind =
  /^[^"'`\n]*["'`]\s*(?:\|\s*(?:translate|trans|transloco|t|tr|localize|i18n|lang|gettext)|\.(?:tr|trParams|i18n|l10n|locali[sz]ed?\w*|translated?|translate))\b(?!\s*=[^=])/;
/** `translate="no"` of HTML itself. */
const ofPage = /^(?:yes|no)["']/;
/** `[translate]="'a'"`, `v-t="{ path: 'a' }"`: an attribute that holds a string of a program. */
const bound = /$(?<=(?<![\w$-])[[:]?([\w$-]{1,60})\]?=["']\s*(?:\{\s*path\s*:\s*)?)/;

// These look back from the end, where alone they can hold: tried at each sign from the beginning they took nearly half of the time of a review of many texts.
/** `title=`, `:title=`, `[title]={`. */
const given = /$(?<=(?:^|[^\w$-])([:@#*[(.]?)([\w$-]{1,60})[)\]]?=\{?\s*)/;
/** `lang[` */
const listed = /$(?<=([\w$]{1,60})\[\s*)/;
/** `i18n.t`, `t<string>`, without the bracket behind. */
const called = /$(?<=(?:([\w$]{1,60})(?:\(\))?(?:[!?]?\.|->|::))?([\w$]{1,60})[!?]?\.?(?:<[^<>()]{0,100}>)?\s*)/;
/** `title:`, `title: cond ?`. */
const named = /$(?<=([\w$-]{1,60})["']?\s*:\s*(?:[^,;{}()"'`]{0,80}\?\s*)?)/;

/** What the string whose opening quotation mark stands at `at` is given to. Looks back a bounded way. */
export function readCallContext(text: string, at: number): CallContext {
  const from = Math.max(0, at - furthest);
  const before = text.slice(from, at);
  const after = text.slice(at + 1, at + furthest);
  if (behind.test(after)) return 'translates';
  const [, sign = '', attribute] = given.exec(before) ?? [];
  if (attribute !== undefined)
    return sign === '' && !(attribute === 'translate' && ofPage.test(after))
      ? attributeContext(attribute, before)
      : 'argument';
  if (attributes.test(bound.exec(before)?.[1] ?? '')) return 'translates';
  if (/\*transloco="[^"]*\b(?:read|prefix)\s*:\s*$/.test(before)) return 'scopes';
  const list = listed.exec(before)?.[1];
  if (list !== undefined && (holders.test(list) || /^[LT]$/.test(list))) return 'translates';
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
        const [, receiver = '', callee = ''] = called.exec(before.slice(0, place)) ?? [];
        const found = calleeContext(callee, receiver);
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

function calleeContext(name: string, receiver: string): CallContext {
  if (scopers.test(name)) return 'scopes';
  return translators.test(name) || (getters.test(name) && holders.test(receiver)) ? 'translates' : 'other';
}

function attributeContext(name: string, before: string): CallContext {
  if (/^(?:keyPrefix|i18nScope|i18nPrefix|translationPrefix|namespace)$/i.test(name)) return 'scopes';
  const shows = attributes.test(name) || elements.test(before.replace(/[^=]*$/, ''));
  return shows ? 'translates' : 'other';
}

/** `id: 'home.title'`, `titleKey: cond ? 'a' : 'b'`. */
function propertyContext(before: string): CallContext {
  const name = named.exec(before)?.[1];
  if (name === undefined) return 'other';
  if (scopers.test(name)) return 'scopes';
  return /^(?:i18nKey|id|\w*[kK]ey|\w*MessageId|\w*TranslationId|i18n\w*|l10n\w*)$/.test(name) ? 'translates' : 'other';
}

/** `t 'home.title'` of Ruby, `{{t "home.title"}}` of Handlebars, `@lang 'x'`. */
function rubyContext(before: string): CallContext | undefined {
  const name = /(?:^|[^\w$.-])(?:I18n\.)?([\w$]{1,30})\s+$/.exec(before)?.[1];
  return name !== undefined && translators.test(name) ? 'translates' : undefined;
}

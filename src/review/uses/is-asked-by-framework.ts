import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import { lastNameOf } from '../../text/path-names.js';

/**
 * Texts that a framework asks for by names it makes itself: of models, forms, mails and validation, of what a designer draws, of the system's own
 * questions; and those whose ids a tool worked out from their words.
 */
export function isAskedByFramework({ path, format }: CatalogLocation, keys: readonly (string | number)[]): boolean {
  const [first = '', ...rest] = keys.map(String);
  const name = lastNameOf(path);
  switch (format) {
    case 'yaml':
      return ofRails.test(first) || rest.at(-1) === 'subject';
    case 'php':
      return /^(?:validation|auth|passwords|pagination)\.php$/.test(name);
    case 'properties':
      return /^(?:typeMismatch|methodInvocation|Not(?:Null|Blank|Empty)|Size|Pattern|Email|Min|Max|AssertTrue|AssertFalse|javax|jakarta|org)(?:\.|$)/.test(
        first,
      );
    case 'strings':
      return (
        /^(?:InfoPlist|Main|MainMenu|LaunchScreen|AppShortcuts|Root)\./.test(name) || /^\w{3}-\w{2}-\w{3}\./.test(first)
      );
    case 'xcstrings':
      return /^(?:InfoPlist|AppShortcuts)\./.test(name);
    case 'xml':
      // A form's designer names the control before the dot; digests are worked out from the words.
      return /\.res[xw]$/i.test(path) ? first.includes('.') : /\.xli?ff?$/i.test(path) && keys.some(isDigest);
    case 'fluent':
      // A term is shown by texts alone, which may be in any file.
      return first.startsWith('-');
    default:
      return false;
  }
}

const ofRails =
  /^(?:activerecord|activemodel|active_\w+|mongoid|attributes|errors?|helpers|simple_form|formtastic|ransack|date|time|datetime|number|support|devise\w*|doorkeeper|views|will_paginate|pagy|kaminari|i18n|faker|flash|enums?|enumerize|unauthorized|state_machines)$/;

function isDigest(key: string | number): boolean {
  return /^(?:[\da-f]{16,}|\d{8,})$/.test(String(key));
}

import { followsIdly } from './follows-idly.js';
import { holdsTextsInAttributes } from './swaps/literals-of.js';
import { openBrackets } from './open-brackets.js';

/** Strings and whatever else stands in one line of Ruby or an attribute. */
const within = String.raw`(?:[^"'\n]|"[^"\n]*"|'[^'\n]*')*`;

/** What a browser says of a picture and shows in a field that a helper of Rails makes; the same of an element of Haml. */
const ofRails = [
  new RegExp(String.raw`\bimage_tag\b${within}[\s,({](?:alt|title):\s*["']$`),
  new RegExp(
    String.raw`\b(?:f|form|\w+_form)\.(?:\w+_field|text_area|input|check_box)\b${within}[\s,({](?:placeholder|label|hint):\s*["']$`,
  ),
];
const ofHaml = new RegExp(
  String.raw`^\s*%[\w.#:-]+\{${within}(?:[\s{,](?:title|alt|placeholder):|:(?:title|alt|placeholder)\s*=>)\s*["']$`,
);
/** What a layout of Laravel puts into its title and headings. */
const ofBlade =
  /@section\(\s*["'](?:(?:page|meta)?[_-]?title|sub-?title|heading|header|description|details|message)["']\s*,\s*["']$/i;

/** Views of SwiftUI and what is said of one, by their first words. */
const ofSwift =
  /(?:(?<![\w.])(?:Text|Button|Label|Toggle|Section|Picker|TextField|SecureField|Menu|Link|NavigationLink|DisclosureGroup|GroupBox|Stepper|ContentUnavailableView)|\.(?:navigationTitle|navigationSubtitle|accessibilityLabel|accessibilityHint|help|alert|confirmationDialog))\($/;
const drawsInSwift = /^\s*import SwiftUI\b/m;

/** An attribute of an element, with those before it. */
const attribute = (names: string): RegExp =>
  new RegExp(String.raw`<[\w:.]+(?:\s+[\w:.]+="[^"]*")*\s+(?:[\w.]+\.)?(?:${names})=$`);
const ofXaml = attribute('Text|Content|Header|ToolTip|Title|PlaceholderText|Placeholder|Watermark');
const ofAndroid = attribute('android:(?:text|hint|title|contentDescription)');
const ofInterface = attribute('title|text|placeholder|placeholderString|toolTip');
/** Elements of XAML that show what stands in them. */
const insideXaml =
  /<(?:\w+:)?(?:TextBlock|Run|Paragraph|Bold|Italic|Hyperlink|Label|Button|CheckBox|RadioButton)(?:\s[^<>]*)?>\s*$/;

/** More of what stands before is not read, in characters. */
const longest = 4000;

/** Does a line of ERB, HAML or Slim write out what its code comes to? */
export function writesOut(line: string): boolean {
  return /<%=|^\s*(?:%[\w.#-]*)?=/.test(line);
}

/** Are words in quotes shown by a toolkit in which nothing but their place tells? `before` ends with the quote, `behind` begins after the other. */
export function isShownByToolkit(path: string, before: string, behind: string, all: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const [rest = ''] = behind.split('\n', 1);
  if (/\.(?:erb|haml|slim)$/i.test(path)) {
    const isOfHelper = writesOut(line) && ofRails.some((each) => each.test(line));
    if (!isOfHelper && !(/\.haml$/i.test(path) && ofHaml.test(line))) return false;
    return endsPart(rest) && isIdle(line, behind);
  }
  if (/\.blade\.php$/i.test(path)) return ofBlade.test(line) && /^\s*\)\s*$/.test(rest);
  const code = before.slice(0, -1).slice(-longest);
  if (/\.swift$/i.test(path)) return drawsInSwift.test(all) && ofSwift.test(code) && !isCompared(code, behind);
  if (/\.a?xaml$/i.test(path)) return ofXaml.test(code) && /^[\s/>]/.test(behind);
  if (/\.xml$/i.test(path)) return holdsTextsInAttributes(path) && ofAndroid.test(code) && /^[\s/>]/.test(behind);
  return /\.(?:storyboard|xib)$/i.test(path) && ofInterface.test(code) && /^[\s/>]/.test(behind);
}

/** Do words between the tags of a view of XAML stand where it shows them? */
export function isShownInXaml(path: string, before: string): boolean {
  return /\.a?xaml$/i.test(path) && insideXaml.test(before);
}

function endsPart(rest: string): boolean {
  return /^\s*(?:[,)}\]]|-?%>|$)/.test(rest);
}

/** Is nothing asked of the call that the words are given to? */
function isIdle(line: string, behind: string): boolean {
  const open = openBrackets(line.slice(0, -1)).length;
  return open === 0 || followsIdly(behind, open);
}

/** Is the view held against something, or is it joined with another? */
function isCompared(code: string, behind: string): boolean {
  return (
    /(?:[=!]=|\+|\b(?:case|is|as))\s*\w+\($/.test(code) ||
    !/^\s*[,)]/.test(behind) ||
    /^\s*\)\s*(?:[=!]=|[+?[(]|\b(?:as|is)\b)/.test(behind)
  );
}

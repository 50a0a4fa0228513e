/** A file that speaks with language models: what it says there is told, and not shown. */
const speaksWithModels =
  /open_?ai|anthropic|claude|gemini|lang_?(?:chain|graph)|lite_?llm|ruby_?llm|llama_?index|mcp\b|\bllms?\b|dspy|crew_?ai|pydantic|vertex_?ai|bedrock|ollama|mistral|cohere|groq|gen_?ai|genkit|copilot|smolagents|autogen|schemars|generate(?:Text|Object)|stream(?:Text|Object)|(?:Human|System)Message|springframework\.ai|FunctionDeclaration|Generable|GenerativeModel|from ["']ai["']|\brole["']?\s*(?:[:=]|=>)\s*["']?(?:system|assistant|user|developer|Role\.)/i;
/** A text over several lines may hold another language; where one begins and ends, nobody here knows in all of them. */
const overLines =
  /"""|'''|<<[~-]?["'\w]|%[wWiIqQrxs][[({<|!/]|[=(]\s*%[[({<|]|(?<!["'\w])\$?@\$?"|(?<!\w)r#+"|\bR"[^"\s()]*\(|[=(]\s*\[\[\s*$|\[\w*\||~[a-zA-Z][([{|/]|\\\r?$|"[^"\n]*\r?\n[^"\n]*\b(?:FROM|WHERE|AND|ORDER|VALUES|JOIN)\b/m;

/** Names in Ruby, in one line and without a quote (`only: %i[show edit]`). */
const listOfWords = /%[wWiI](?:\[[\w ?!.:/-]*\]|\([\w ?!.:/-]*\))/g;

/** A program that finds parts of a page by what they say, or whose page is stored as it is drawn. */
const drivesPages =
  /(?:from|import|require|using|include)\b[^\n]*\b(?:wordpress\/block[\w-]*|helium|playwright|hadoop|FoundationModels|watir|selenium|webdriver\w*|appium|codecept\w*|cypress|capybara|testing-library|puppeteer)\b/i;

/** Does a file hold strings in which quotes are none, speak with a model, or drive a browser? */
export function isHardToRead(text: string): boolean {
  return overLines.test(text.replaceAll(listOfWords, '')) || speaksWithModels.test(text) || drivesPages.test(text);
}

import { CancellationTokenSource, l10n, LanguageModelChatMessage, lm, type LanguageModelChat } from 'vscode';

/** The language models that VS Code has from its extensions; none where it has none, or says none. */
export async function listModels(): Promise<readonly LanguageModelChat[]> {
  try {
    return await lm.selectChatModels();
  } catch {
    return [];
  }
}

/** Signs of an answer that are read: what goes on for longer is no answer to a short question. */
const longestAnswer = 20_000;
/** Milliseconds. */
const longestWait = 90_000;

/** Asks a model once, by the consent that VS Code itself asks for; `undefined` where it gave no answer, is not allowed, or takes too long. */
export async function askEditorModel(model: LanguageModelChat, question: string): Promise<string | undefined> {
  const source = new CancellationTokenSource();
  const timer = setTimeout(() => source.cancel(), longestWait);
  try {
    const justification = l10n.t('PM Zone asks it for a title, a summary and labels of your pull request.');
    const message = LanguageModelChatMessage.User(question);
    const response = await model.sendRequest([message], { justification }, source.token);
    let answer = '';
    for await (const part of response.text) {
      answer += part;
      if (answer.length > longestAnswer) break;
    }
    return source.token.isCancellationRequested ? undefined : answer;
  } catch {
    // What a provider says of it may hold anything; that it did not answer is all that counts here.
    return undefined;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}

import { html, render } from 'lit';

/** One of the answers to a question. */
export interface Choice<T extends string> {
  answer: T;
  words: string;
  look?: 'secondary' | 'danger';
}

/** Asks before something would be lost. Null if the question was closed without an answer. */
export function choose<T extends string>(title: string, text: string, choices: Choice<T>[]): Promise<T | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'rs-offline-ask';
  dialog.setAttribute('aria-labelledby', 'rs-offline-ask-title');
  document.body.append(dialog);
  return new Promise((done) => {
    render(
      html`<h2 id="rs-offline-ask-title">${title}</h2>
        <p>${text}</p>
        <div class="rs-offline-ask-actions">
          ${choices.map(
            ({ answer, words, look }) => html`<button
              type="button"
              class="rs-button ${look ? `rs-button-${look}` : ''}"
              @click=${() => dialog.close(answer)}
            >
              ${words}
            </button>`,
          )}
        </div>`,
      dialog,
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(choices.find((it) => it.answer === dialog.returnValue)?.answer ?? null);
    });
    dialog.showModal();
  });
}

import { html, type TemplateResult } from 'lit';

export interface FileChoice {
  /** What the button says. */
  choose: string;
  /** What for, for screen readers: the button alone would not tell. */
  purpose: string;
  none: string;
  accept: string;
  file: File | null;
  chosen(file: File | null): void;
}

/** Chooses a file. The browser's own chooser speaks the browser's language and not the page's, so a button of ours opens it. */
export function fileChoice({ choose, purpose, none, accept, file, chosen }: FileChoice): TemplateResult {
  return html`<div class="rs-file-choice">
    <button
      type="button"
      class="rs-booth-small"
      aria-label="${choose}: ${purpose}"
      @click=${(event: Event) => (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.click()}
    >
      ${choose}
    </button>
    <span role="status">${file?.name ?? none}</span>
    <input
      type="file"
      hidden
      accept=${accept}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const file = input.files?.[0] ?? null;
        input.value = ''; // the same file again is a choice too
        chosen(file);
      }}
    />
  </div>`;
}

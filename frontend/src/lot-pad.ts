import { LitElement, html, nothing } from 'lit';

/**
 * Where a member contributes to a lot: one press makes a secret in this browser and commits the member to it. Once all
 * contributions are there, the secret is opened by itself.
 *
 * Attributes: `lot` what commitments call it; `member` who contributes; `state` how far the lot is; `committed` and `opened`
 * what the server has; `texts` the labels as JSON. Events: `lot-commit` and `lot-open` with what is to be sent.
 */
interface Texts {
  contribute: string;
  waiting: string;
  opened: string;
  lost: string;
  insecure: string;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('');

/** As documented in docs/handbook/elections.md. */
async function commitment(lot: string, member: string, secret: string): Promise<string> {
  const lines = new TextEncoder().encode(`ratssaal-lot-1\n${lot}\n${member}\n${secret}\n`);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', lines)));
}

class LotPad extends LitElement {
  static override properties = {
    lot: {},
    member: {},
    state: {},
    committed: {},
    opened: {},
    texts: { type: Object },
  };

  declare lot: string;
  declare member: string;
  declare state: string;
  declare committed: string | null;
  declare opened: string | null;
  declare texts: Texts;

  // The page's own styles apply: the pad is part of the page, not a widget in it.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get place(): string {
    return `rs-lot/${this.lot}/${this.member}`;
  }

  private has(value: string | null): boolean {
    return value !== null && value !== undefined && value !== 'false';
  }

  protected override updated(): void {
    const secret = localStorage.getItem(this.place);
    if (this.state === 'OPENING' && this.has(this.committed) && !this.has(this.opened) && secret) {
      this.tell('lot-open', secret);
    }
  }

  private tell(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private readonly contribute = async (): Promise<void> => {
    // what was made before and did not arrive is sent again, never another one
    const secret = localStorage.getItem(this.place) ?? hex(crypto.getRandomValues(new Uint8Array(32)));
    localStorage.setItem(this.place, secret);
    this.tell('lot-commit', await commitment(this.lot, this.member, secret));
  };

  protected override render(): unknown {
    if (!this.texts) {
      return nothing;
    }
    if (!globalThis.crypto?.subtle) {
      return html`<p>${this.texts.insecure}</p>`;
    }
    if (this.has(this.opened)) {
      return html`<p role="status">${this.texts.opened}</p>`;
    }
    if (this.has(this.committed)) {
      const known = localStorage.getItem(this.place) !== null;
      return html`<p role="status">${known ? this.texts.waiting : this.texts.lost}</p>`;
    }
    return html`<button type="button" class="rs-lot-contribute" @click=${this.contribute}>
      ${this.texts.contribute}
    </button>`;
  }
}

customElements.define('rs-lot-pad', LotPad);

import { LitElement, html, nothing } from 'lit';
import { votes } from './page-votes';
import type { Choice, Delivery, VoteQueue } from './vote-queue';

/**
 * Where a member votes openly: choose, confirm, done. Texts come from the server in the reader's language.
 *
 * Attributes: `address` where the vote is sent; `voter` whose vote it is; `question` what is asked; `texts` the labels as
 * JSON. If the poll is closed while a vote is on its way, rs-kept-votes tells what became of it.
 */
interface Texts {
  yes: string;
  no: string;
  abstention: string;
  choose: string;
  confirm: string;
  change: string;
  sending: string;
  waiting: string;
  stored: string;
  signedOut: string;
}

export const SYMBOLS: Record<Choice, string> = { YES: '✓', NO: '✕', ABSTENTION: '–' };

class VotePad extends LitElement {
  static override properties = {
    address: {},
    voter: {},
    question: {},
    texts: { type: Object },
    chosen: { state: true },
    delivery: { state: true },
  };

  declare address: string;
  declare voter: string;
  declare question: string;
  declare texts: Texts;
  declare chosen: Choice | null;
  declare delivery: Delivery | { state: 'choosing' } | { state: 'sending' };
  private queue: VoteQueue | null = null;
  private leave: () => void = () => {};

  constructor() {
    super();
    this.chosen = null;
    this.delivery = { state: 'choosing' };
  }

  // The page's own styles apply: the pad is part of the page, not a widget in it.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.start(); // put back into the page
    }
  }

  override disconnectedCallback(): void {
    this.leave();
    super.disconnectedCallback();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('address') || changed.has('voter')) {
      this.start();
    }
  }

  private start(): void {
    this.leave();
    const { address, voter } = this;
    const show = (delivery: Delivery): void => this.show(delivery);
    this.queue = votes.attend(address, voter, show);
    this.leave = () => votes.leave(address, voter, show);
    const kept = this.queue.kept();
    if (kept !== null) {
      this.chosen = kept.choice;
      this.delivery = { state: 'sending' };
      void this.queue.deliver();
    } else {
      void this.askForMine();
    }
  }

  /** A vote from another window or device is shown here too. */
  private async askForMine(): Promise<void> {
    try {
      const answer = await fetch(this.address, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
      if (answer.status === 200) {
        const mine = (await answer.json()) as { choice: Choice; at: string };
        this.show({ state: 'stored', choice: mine.choice, at: mine.at });
      }
    } catch {
      // no network: voting itself says so when it is tried
    }
  }

  private show(delivery: Delivery): void {
    this.delivery = delivery;
    if (delivery.state === 'stored') {
      this.chosen = delivery.choice;
      navigator.vibrate?.(60);
    }
  }

  private choose(choice: Choice): void {
    this.chosen = choice;
  }

  private confirm(): void {
    if (this.chosen !== null && this.delivery.state !== 'sending') {
      this.delivery = { state: 'sending' };
      void this.queue?.vote(this.chosen, this.question);
    }
  }

  private label(choice: Choice): string {
    return choice === 'YES' ? this.texts.yes : choice === 'NO' ? this.texts.no : this.texts.abstention;
  }

  protected override render(): unknown {
    if (!this.texts) {
      return nothing;
    }
    const state = this.delivery.state;
    const open = state === 'choosing' || state === 'refused';
    return html`
      <div class="rs-vote-pad" data-state=${state}>
        ${open ? this.choices() : nothing}
        <p class="rs-vote-message" role="status" aria-live="polite">${this.message()}</p>
      </div>
    `;
  }

  private choices(): unknown {
    const order: Choice[] = ['YES', 'NO', 'ABSTENTION'];
    return html`
      <div class="rs-vote-choices" role="radiogroup" aria-label=${this.texts.choose}>
        ${order.map(
          (choice) => html`
            <button
              type="button"
              role="radio"
              class="rs-vote-choice"
              data-choice=${choice}
              aria-checked=${this.chosen === choice ? 'true' : 'false'}
              tabindex=${this.chosen === choice || (this.chosen === null && choice === 'YES') ? 0 : -1}
              @click=${() => this.choose(choice)}
              @keydown=${(event: KeyboardEvent) => this.move(event, order, choice)}
            >
              <span class="rs-vote-symbol" aria-hidden="true">${SYMBOLS[choice]}</span>
              <span>${this.label(choice)}</span>
            </button>
          `,
        )}
      </div>
      <button type="button" class="rs-vote-confirm" ?disabled=${this.chosen === null} @click=${() => this.confirm()}>
        ${this.chosen === null ? this.texts.choose : `${this.texts.confirm}: ${this.label(this.chosen)}`}
      </button>
    `;
  }

  private move(event: KeyboardEvent, order: Choice[], from: Choice): void {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1
      : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) {
      return;
    }
    event.preventDefault();
    const next = order[(order.indexOf(from) + step + order.length) % order.length] as Choice;
    this.choose(next);
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`[data-choice="${next}"]`)?.focus());
  }

  private message(): unknown {
    const delivery = this.delivery;
    switch (delivery.state) {
      case 'choosing':
        return nothing;
      case 'sending':
        return this.texts.sending;
      case 'waiting':
        return this.texts.waiting;
      case 'signed-out':
        return this.texts.signedOut;
      case 'refused':
        return delivery.message;
      case 'stored':
        return html`<strong class="rs-vote-stored" data-choice=${delivery.choice}>
            <span aria-hidden="true">${SYMBOLS[delivery.choice]}</span> ${this.texts.stored}:
            ${this.label(delivery.choice)}</strong>`;
    }
  }
}

customElements.define('rs-vote-pad', VotePad);

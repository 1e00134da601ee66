import { LitElement, html, nothing } from 'lit';
import { votes } from './page-votes';
import { SYMBOLS } from './vote-pad';
import type { Choice, LeftOver } from './vote-queue';

/**
 * Tells a member what became of votes whose pad has gone: a vote that waited for the network until the poll was closed.
 *
 * Attributes: `voter` whose votes; `texts` the labels as JSON.
 */
interface Texts {
  yes: string;
  no: string;
  abstention: string;
  sending: string;
  waiting: string;
  stored: string;
  counts: string;
  signedOut: string;
  understood: string;
}

class KeptVotes extends LitElement {
  static override properties = {
    voter: {},
    texts: { type: Object },
    shown: { state: true },
  };

  declare voter: string;
  declare texts: Texts;
  declare shown: LeftOver[];
  private ignore: () => void = () => {};

  constructor() {
    super();
    this.shown = [];
  }

  // The page's own styles apply, as for the pad.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ignore = votes.watch(() => this.look());
    this.look();
  }

  override disconnectedCallback(): void {
    this.ignore();
    super.disconnectedCallback();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('voter')) {
      this.look();
      votes.deliver(this.voter);
    }
  }

  private look(): void {
    if (this.voter) {
      this.shown = votes.leftOver(this.voter);
    }
  }

  protected override render(): unknown {
    // The region stands before anything is in it: only then do screen readers read what comes.
    return html`<div class="rs-kept-votes" role="status" aria-live="polite">
      ${this.texts ? this.shown.map((it) => this.one(it)) : nothing}
    </div>`;
  }

  private one(vote: LeftOver): unknown {
    const state = vote.delivery.state;
    return html`<div class="rs-vote-pad" data-state=${state}>
      <div class="rs-vote-message">
        ${vote.question ? html`<p class="rs-kept-question">${vote.question}</p>` : nothing}
        <p>${this.message(vote)}</p>
      </div>
      ${state === 'refused' || state === 'stored'
        ? html`<button type="button" class="rs-button" @click=${() => votes.read(vote.address, this.voter)}>
            ${this.texts.understood}
          </button>`
        : nothing}
    </div>`;
  }

  private message(vote: LeftOver): unknown {
    switch (vote.delivery.state) {
      case 'sending':
        return this.texts.sending;
      case 'waiting':
        return this.texts.waiting;
      case 'signed-out':
        return this.texts.signedOut;
      case 'refused':
        return vote.delivery.stored
          ? `${vote.delivery.message} ${this.texts.counts}: ${this.label(vote.delivery.stored.choice)}`
          : vote.delivery.message;
      case 'stored':
        return `${SYMBOLS[vote.delivery.choice]} ${this.texts.stored}: ${this.label(vote.delivery.choice)}`;
    }
  }

  private label(choice: Choice): string {
    return choice === 'YES' ? this.texts.yes : choice === 'NO' ? this.texts.no : this.texts.abstention;
  }
}

customElements.define('rs-kept-votes', KeptVotes);

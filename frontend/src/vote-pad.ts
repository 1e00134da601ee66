import { LitElement, html, nothing } from 'lit';
import { votes } from './page-votes';
import type { Choice, Delivery, StoredVote, VoteQueue } from './vote-queue';

/**
 * Where a member votes openly: choose, confirm, done; and changes the vote, where the rules let them. Texts come from the server in the
 * reader's language.
 *
 * Attributes: `address` where the vote is sent; `voter` whose vote it is; `question` what is asked; `texts` the labels as
 * JSON; `correctable` if a stored vote can be changed; `left` milliseconds until the announced end, negative without one. After it
 * nothing new is chosen; what was confirmed before is still sent. If the poll is closed while a vote is on its way, rs-kept-votes tells what became of it.
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
  counts: string;
  keep: string;
  over: string;
  signedOut: string;
}

/** Longer than this nobody looks at a button that does nothing. */
const PATIENCE = 2_000;

export const SYMBOLS: Record<Choice, string> = { YES: '✓', NO: '✕', ABSTENTION: '–' };

/** Votes to which this page has called already, each once. */
const called = new Set<string>();

class VotePad extends LitElement {
  static override properties = {
    address: {},
    voter: {},
    question: {},
    texts: { type: Object },
    correctable: { type: Boolean },
    left: { type: Number },
    mine: { state: true },
    over: { state: true },
    chosen: { state: true },
    delivery: { state: true },
  };

  declare address: string;
  declare voter: string;
  declare question: string;
  declare texts: Texts;
  declare correctable: boolean;
  declare left: number;
  /** What the server has. */
  declare mine: StoredVote | null;
  declare over: boolean;
  declare chosen: Choice | null;
  declare delivery: Delivery | { state: 'choosing' } | { state: 'sending' };
  private queue: VoteQueue | null = null;
  private leave: () => void = () => {};
  private ending: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.correctable = false;
    this.left = -1;
    this.mine = null;
    this.over = false;
    this.chosen = null;
    this.delivery = { state: 'choosing' };
  }

  // The page's own styles apply: the pad is part of the page, not a widget in it.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.woke);
    if (this.hasUpdated) {
      this.start(); // put back into the page
    }
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.woke);
    clearTimeout(this.ending);
    this.leave();
    this.queue = null;
    super.disconnectedCallback();
  }

  /** The page was asleep: its clock stood, and another device may have changed the vote. */
  private readonly woke = (): void => {
    if (document.visibilityState === 'visible') {
      this.dispatchEvent(new CustomEvent('clock-woke'));
      if (this.delivery.state === 'stored' || this.delivery.state === 'choosing') {
        void this.askForMine();
      }
    }
  };

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('left')) {
      clearTimeout(this.ending);
      this.over = this.left === 0;
      if (this.left > 0) {
        this.ending = setTimeout(() => (this.over = true), this.left);
      }
    }
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('address') || changed.has('voter')) {
      this.start();
    }
  }

  private start(): void {
    this.leave();
    const { address, voter } = this;
    const show = (delivery: Delivery, elsewhere: boolean): void =>
      elsewhere ? void this.takenElsewhere(delivery) : this.show(delivery);
    this.queue = votes.attend(address, voter, show);
    this.leave = () => votes.leave(address, voter, show);
    const kept = this.queue.kept();
    if (kept !== null) {
      this.chosen = kept.choice;
      this.delivery = { state: 'sending' };
      void this.queue.deliver();
    } else {
      void this.askForMine().then(() => this.callToVote(address));
    }
  }

  /** Whoever has not voted feels that a vote is open, and sees it, wherever on the page they were; who is writing goes on writing. */
  private callToVote(address: string): void {
    if (this.mine !== null || this.over || called.has(address) || !this.isConnected) {
      return;
    }
    called.add(address);
    navigator.vibrate?.([120, 80, 120]);
    const writes = document.activeElement?.closest('input, textarea, [contenteditable], vaadin-text-field, vaadin-text-area');
    if (!writes) {
      this.scrollIntoView({ block: 'center' });
    }
  }

  /** A vote from another window or device is shown here too. */
  private async askForMine(): Promise<void> {
    const stored = await this.ask();
    if (stored && stored.receipt !== this.mine?.receipt) {
      this.show({ state: 'stored', ...stored });
    }
  }

  /** What the server has, null if nothing; undefined if it does not say, or too late: something newer is known or under way. */
  private async ask(): Promise<StoredVote | null | undefined> {
    const { queue, mine } = this;
    try {
      const answer = await fetch(this.address, {
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status !== 200 && answer.status !== 204) {
        return undefined;
      }
      const stored = answer.status === 200 ? ((await answer.json()) as StoredVote) : null;
      const late = this.queue !== queue || this.mine?.receipt !== mine?.receipt || queue?.kept() !== null;
      return late ? undefined : stored && { choice: stored.choice, at: stored.at, receipt: stored.receipt };
    } catch {
      return undefined; // no network: voting itself says so when it is tried
    }
  }

  /** Another window has brought the vote to the server, and may have changed it since: the server says what counts. */
  private async takenElsewhere(told: Delivery): Promise<void> {
    if (told.state === 'refused' || told.state === 'signed-out') {
      this.show(told);
      return this.askForMine();
    }
    this.delivery = { state: 'sending' };
    const { queue, delivery } = this;
    for (;;) {
      const stored = await this.ask();
      if (this.queue !== queue || this.delivery !== delivery) {
        return;
      }
      if (queue !== null && queue.kept() !== null) {
        return queue.deliver();
      }
      if (stored) {
        return this.show({ state: 'stored', ...stored });
      }
      if (stored === null) {
        this.mine = null;
        this.delivery = { state: 'choosing' };
        return;
      }
      await new Promise((done) => setTimeout(done, PATIENCE));
    }
  }

  private show(delivery: Delivery): void {
    this.delivery = delivery;
    if (delivery.state === 'stored') {
      this.mine = { choice: delivery.choice, at: delivery.at, receipt: delivery.receipt };
      this.chosen = delivery.choice;
      navigator.vibrate?.(60);
    } else if (delivery.state === 'refused' && delivery.stored) {
      this.mine = delivery.stored;
      this.chosen = delivery.stored.choice;
    }
  }

  /** The stored vote counts until another one is confirmed. */
  private async change(): Promise<void> {
    await this.askForMine(); // perhaps another device has changed it
    if (this.delivery.state === 'stored' || this.delivery.state === 'refused') {
      await this.letChoose();
    }
  }

  private async letChoose(): Promise<void> {
    this.delivery = { state: 'choosing' };
    await this.updateComplete;
    this.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus();
  }

  private keep(): void {
    if (this.mine !== null) {
      this.delivery = { state: 'stored', ...this.mine };
      this.chosen = this.mine.choice;
    }
  }

  private choose(choice: Choice): void {
    this.chosen = choice;
  }

  private confirm(): void {
    if (this.chosen === null || this.delivery.state === 'sending' || this.over) {
      return;
    }
    if (this.chosen === this.mine?.choice) {
      void this.confirmMine(this.chosen);
    } else {
      this.send(this.chosen);
    }
  }

  private send(choice: Choice): void {
    this.delivery = { state: 'sending' };
    void this.queue?.vote(choice, this.question, this.mine?.receipt);
  }

  /** What is wanted counts already, unless another device has changed it: then it is for the member to confirm it once more. */
  private async confirmMine(wanted: Choice): Promise<void> {
    this.delivery = { state: 'sending' };
    const { queue, delivery } = this;
    const stored = await this.ask();
    if (this.queue !== queue) {
      return;
    }
    if (stored !== undefined) {
      this.mine = stored;
    }
    if (this.mine?.choice !== wanted) {
      this.chosen = wanted;
      await this.letChoose();
    } else if (stored === undefined && this.delivery === delivery) {
      this.send(wanted); // the server did not say; it does when it takes the vote
    } else {
      this.keep();
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
    const open = !this.over && (state === 'choosing' || (state === 'refused' && this.mine === null));
    const changeable = this.correctable && !this.over && this.mine !== null && (state === 'stored' || state === 'refused');
    return html`
      <div class="rs-vote-pad" data-state=${state}>
        ${open ? this.choices() : nothing}
        <p class="rs-vote-message" role="status" aria-live="polite">${this.message()}</p>
        ${changeable
          ? html`<button type="button" class="rs-vote-change" @click=${() => void this.change()}>${this.texts.change}</button>`
          : nothing}
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
      ${this.mine === null
        ? nothing
        : html`<button type="button" class="rs-vote-change" @click=${() => this.keep()}>
            ${this.texts.keep}: ${this.label(this.mine.choice)}
          </button>`}
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
        return this.over ? html`${this.texts.over} ${this.mine === null ? nothing : this.stored(this.mine.choice)}` : nothing;
      case 'sending':
        return this.texts.sending;
      case 'waiting':
        return this.texts.waiting;
      case 'signed-out':
        return this.texts.signedOut;
      case 'refused':
        return this.mine === null ? delivery.message : html`${delivery.message} ${this.stored(this.mine.choice)}`;
      case 'stored':
        return this.stored(delivery.choice);
    }
  }

  private stored(choice: Choice): unknown {
    return html`<strong class="rs-vote-stored" data-choice=${choice}>
      <span aria-hidden="true">${SYMBOLS[choice]}</span> ${this.texts.stored}: ${this.label(choice)}</strong
    >`;
  }
}

customElements.define('rs-vote-pad', VotePad);

import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Choice } from '../ballot/ballot';
import { Calls } from '../ballot/calls';
import type { Question } from '../ballot/election';
import { qrCode } from '../ballot/qr-code';
import type { Trouble } from '../ballot/trouble';
import { filled, hold, wait, wordList } from '../ballot/window';
import { fourWords, grouped, shortHash } from '../ballot/words';
import { MemoryShelf } from '../offline/memory-shelf';
import { DatabaseShelf } from '../offline/shelf';
import type { Unsound } from './ballot-maker';
import { BoothFlow, type BoothView, type Maker } from './booth-flow';
import { FetchedBoothServer, type BoothServer } from './booth-server';

/**
 * The booth: where a member votes in secret. The choice is encrypted in this browser, in a worker, and leaves it only encrypted.
 *
 * Attributes: `address` of the poll's endpoints; `voter` whose vote it is; `worker` address of booth-worker.js; `check` address of the page
 * that checks opened ballots; `words` address of the list of words; `texts` the labels as JSON; `kind` `vote` if the answers are yes, no,
 * abstention; `phase` changes when the page hears that the poll has moved on; `kiosk` if the device is used by one voter after another and
 * keeps nothing. Property `server` takes the place of the endpoints. Event `booth-finished`: a kiosk is free for the next voter.
 */
export type BoothTexts = Words & Record<`unsound.${Unsound}`, string>;

interface Words {
  loading: string;
  notReached: string;
  signedOut: string;
  otherWindow: string;
  useHere: string;
  elsewhereRegistered: string;
  elsewhereVoted: string;
  registered: string;
  notRegistered: string;
  closed: string;
  cancelled: string;
  unsound: string;
  opening: string;
  tellers: string;
  step: string;
  questionOf: string;
  chooseOne: string;
  chooseUpTo: string;
  chooseBetween: string;
  chosen: string;
  blank: string;
  nothingChosen: string;
  next: string;
  back: string;
  review: string;
  reviewHint: string;
  change: string;
  encrypt: string;
  encrypting: string;
  encrypted: string;
  encryptedHint: string;
  cast: string;
  challenge: string;
  challengeHint: string;
  challengeMore: string;
  opened: string;
  openedHint: string;
  openedLink: string;
  openedChoice: string;
  again: string;
  tracker: string;
  words: string;
  copy: string;
  copied: string;
  print: string;
  qr: string;
  sending: string;
  waiting: string;
  done: string;
  doneHint: string;
  notAdmitted: string;
  refused: string;
  storageFull: string;
  unknown: string;
  tryAgain: string;
  finish: string;
}

const SIGNS = ['✓', '✕', '–'];
const KINDS = ['YES', 'NO', 'ABSTENTION'];
/** Where a voter may not get on. The next one must find the provided device free all the same. */
const DEAD_ENDS: ReadonlySet<BoothView['at']> = new Set([
  'elsewhere',
  'not-registered',
  'closed',
  'cancelled',
  'unsound',
  'not-admitted',
  'refused',
  'trouble',
]);

const STEPS: Partial<Record<BoothView['at'], number>> = { choosing: 1, review: 2, encrypting: 3, encrypted: 3, opened: 3, sending: 4, cast: 4 };

class Booth extends LitElement {
  static override properties = {
    address: {},
    voter: {},
    worker: {},
    check: {},
    words: {},
    kind: {},
    phase: {},
    kiosk: { type: Boolean },
    texts: { type: Object },
    server: { attribute: false },
    list: { state: true },
    copied: { state: true },
    seen: { state: true },
  };

  declare address: string;
  declare voter: string;
  declare worker: string;
  declare check: string;
  declare words: string;
  declare kind: string;
  declare phase: string;
  declare kiosk: boolean;
  declare texts: BoothTexts;
  declare server: BoothServer | null;
  declare list: string[];
  declare copied: boolean;
  /** Counts what the flow has told. */
  declare seen: number;
  private flow: BoothFlow | null = null;
  private calls: Calls | null = null;
  private release: () => void = () => {};
  private shown: string = '';
  /** What a kiosk keeps of the voter who is there, in place of the disk. */
  private memory = new MemoryShelf();

  constructor() {
    super();
    this.kiosk = false;
    this.server = null;
    this.list = [];
    this.copied = false;
    this.seen = 0;
  }

  // The page's own styles apply: the booth is part of the page, not a widget in it.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.woke);
    document.addEventListener('visibilitychange', this.woke);
    if (this.hasUpdated) {
      this.begin(); // put back into the page
    }
  }

  override disconnectedCallback(): void {
    window.removeEventListener('online', this.woke);
    document.removeEventListener('visibilitychange', this.woke);
    this.finish();
    super.disconnectedCallback();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('address') || changed.has('voter')) {
      this.memory = new MemoryShelf();
      this.begin();
    } else if (changed.has('phase')) {
      void this.flow?.look();
    }
    if (changed.has('words') && this.words) {
      void wordList(this.words).then((it) => (this.list = it));
    }
    this.showBeginning();
  }

  /** What comes next begins with its heading, for eyes and screen readers. */
  private showBeginning(): void {
    const view = this.flow?.view;
    const now = view === undefined ? '' : `${view.at}${view.at === 'choosing' ? view.question : ''}`;
    if (now !== this.shown) {
      const first = this.shown === '' || this.shown === 'loading';
      this.shown = now;
      if (!first) {
        this.querySelector<HTMLElement>('.rs-booth-title')?.focus();
      }
    }
  }

  private readonly woke = (): void => {
    if (document.visibilityState === 'visible') {
      void this.flow?.look();
      void this.flow?.deliver();
    }
  };

  private begin(): void {
    this.finish();
    const { address, voter } = this;
    const calls = new Calls(new Worker(this.worker, { type: 'module' }));
    const maker: Maker = {
      newCredential: (group) => calls.call('newCredential', group),
      prepare: (setup, uuid, credential) => calls.call('prepare', { setup, uuid, credential }),
      make: (choices) => calls.call('make', choices),
      open: () => calls.call('open', null),
      forget: () => calls.call('forget', null),
    };
    const flow = new BoothFlow(
      address,
      {
        server: this.server ?? new FetchedBoothServer(address, voter),
        shelf: this.kiosk ? this.memory : new DatabaseShelf(voter, 'ratssaal-ballots-'),
        maker,
        hold: async (steal, lost) => {
          const release = await hold(`rs-booth/${voter}/${address}`, steal, lost);
          if (this.flow === flow) {
            this.release = release ?? this.release;
          } else {
            release?.(); // gone meanwhile
          }
          return release !== null;
        },
        wait,
        report: (fault) => console.error(fault),
      },
      () => {
        if (this.flow === flow) {
          this.seen++;
        }
      },
    );
    this.flow = flow;
    this.calls = calls;
    this.requestUpdate();
    void flow.start();
  }

  private finish(): void {
    this.flow?.end();
    this.flow = null;
    this.calls?.end();
    this.calls = null;
    this.release();
    this.release = () => {};
    this.copied = false;
  }

  private leaveKiosk(): void {
    this.finish();
    this.memory = new MemoryShelf();
    this.dispatchEvent(new CustomEvent('booth-finished', { bubbles: true }));
  }

  private async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.copied = true;
  }

  protected override render(): unknown {
    const { flow, texts } = this;
    if (!texts || flow === null) {
      return nothing;
    }
    const step = STEPS[flow.view.at];
    return html`<section class="rs-booth" data-at=${flow.view.at}>
      ${step === undefined
        ? nothing
        : html`<div class="rs-booth-steps">
            <span class="rs-booth-step-words">${filled(texts.step, step, 4)}</span>
            <span class="rs-booth-track" aria-hidden="true">
              ${[1, 2, 3, 4].map((it) => html`<i class=${it <= step ? 'rs-booth-passed' : ''}></i>`)}
            </span>
          </div>`}
      ${this.body(flow, texts)}
      ${this.kiosk && DEAD_ENDS.has(flow.view.at)
        ? html`<div class="rs-booth-actions">
            <button type="button" class="rs-booth-other" @click=${() => this.leaveKiosk()}>${texts.finish}</button>
          </div>`
        : nothing}
    </section>`;
  }

  private body(flow: BoothFlow, texts: BoothTexts): unknown {
    const { view } = flow;
    switch (view.at) {
      case 'loading':
        return this.note(texts.loading);
      case 'not-reached':
        return this.note(texts.notReached);
      case 'signed-out':
        return this.note(texts.signedOut, 'warning');
      case 'other-window':
        return html`${this.note(texts.otherWindow, 'warning')}
          <button type="button" class="rs-booth-main" @click=${() => void flow.start(true)}>${texts.useHere}</button>`;
      case 'elsewhere':
        return this.note(view.voted ? texts.elsewhereVoted : texts.elsewhereRegistered, 'warning');
      case 'registered':
        return this.note(texts.registered, 'success');
      case 'not-registered':
        return this.note(texts.notRegistered, 'warning');
      case 'closed':
        return this.note(texts.closed);
      case 'cancelled':
        return this.note(texts.cancelled);
      case 'unsound':
        return this.note(`${texts.unsound} ${texts[`unsound.${view.fault}`]}`, 'danger');
      case 'not-admitted':
        return this.note(`${texts.notAdmitted} ${view.message}`, 'warning');
      case 'refused':
        return this.note(`${texts.refused} ${view.message}`, 'danger');
      case 'trouble':
        return html`${this.note(this.said(view.trouble), 'danger')}
          <div class="rs-booth-actions">
            <button type="button" class="rs-booth-main" @click=${() => this.begin()}>${texts.tryAgain}</button>
          </div>`;
      case 'choosing':
        return this.choosing(flow, view.question);
      case 'review':
        return this.review(flow);
      case 'encrypting':
        return this.note(texts.encrypting);
      case 'encrypted':
        return this.encrypted(flow, view.tracker);
      case 'opened':
        return this.opened(flow, view.tracker, view.opening);
      case 'sending':
        return html`${this.note(view.waiting ? texts.waiting : texts.sending, view.waiting ? 'warning' : 'info')}
          ${this.tracker(view.tracker)}`;
      case 'cast':
        return this.cast(view.tracker);
    }
  }

  private said(trouble: Trouble): string {
    const { texts } = this;
    switch (trouble.kind) {
      case 'not-reached':
        return texts.notReached;
      case 'signed-out':
        return texts.signedOut;
      case 'refused':
        return `${texts.refused} ${trouble.message}`;
      case 'storage-full':
        return texts.storageFull;
      case 'unknown':
        return filled(texts.unknown, trouble.message);
    }
  }

  private note(text: string, mood: 'info' | 'success' | 'warning' | 'danger' = 'info'): TemplateResult {
    return html`<p class="rs-booth-note rs-booth-title" data-mood=${mood} role="status" tabindex="-1">${text}</p>`;
  }

  private hint({ min, max }: Question): string {
    const { texts } = this;
    return max === 1 ? texts.chooseOne : min <= 1 ? filled(texts.chooseUpTo, max) : filled(texts.chooseBetween, min, max);
  }

  private choosing(flow: BoothFlow, index: number): TemplateResult {
    const { texts } = this;
    const question = flow.questions[index]!;
    const choice = flow.choices[index]!;
    const chosen = choice === null || choice === 'blank' ? [] : choice;
    const single = question.max === 1;
    const full = !single && chosen.length >= question.max;
    const option = (value: number | 'blank', label: string, sign: string, checked: boolean, disabled: boolean): TemplateResult =>
      html`<label class="rs-booth-choice" data-choice=${this.kind === 'vote' && value !== 'blank' ? KINDS[value]! : ''}>
        <input
          type=${single ? 'radio' : 'checkbox'}
          name="rs-booth-${index}"
          .checked=${checked}
          ?disabled=${disabled}
          @change=${() => flow.choose(index, value)}
        />
        <span class="rs-booth-sign" aria-hidden="true">${sign}</span>
        <span class="rs-booth-answer">${label}</span>
      </label>`;
    return html`<fieldset class="rs-booth-question">
        <legend class="rs-booth-title" tabindex="-1">
          ${flow.questions.length > 1
            ? html`<small>${filled(texts.questionOf, index + 1, flow.questions.length)}</small>`
            : nothing}
          ${question.question}
        </legend>
        <p class="rs-booth-hint">${this.hint(question)}</p>
        <div class="rs-booth-choices" data-kind=${this.kind === 'vote' ? 'vote' : ''}>
          ${question.answers.map((it, i) =>
            option(
              i,
              it,
              this.kind === 'vote' ? SIGNS[i]! : chosen.includes(i) ? '✓' : '',
              chosen.includes(i),
              full && !chosen.includes(i),
            ),
          )}
          ${question.blank ? option('blank', texts.blank, choice === 'blank' ? '✓' : '', choice === 'blank', false) : nothing}
        </div>
        ${single ? nothing : html`<p class="rs-booth-count" role="status">${filled(texts.chosen, chosen.length, question.max)}</p>`}
      </fieldset>
      <div class="rs-booth-actions">
        <button type="button" class="rs-booth-main" ?disabled=${!flow.complete(index)} @click=${() => flow.next()}>
          ${texts.next}
        </button>
        ${index > 0
          ? html`<button type="button" class="rs-booth-other" @click=${() => flow.change(index - 1)}>${texts.back}</button>`
          : nothing}
      </div>
      ${this.head(flow)}`;
  }

  /** By it everybody sees that all vote in the same election. */
  private head(flow: BoothFlow): TemplateResult {
    const { texts } = this;
    return html`<dl class="rs-booth-heads" translate="no">
      <div><dt>${texts.opening}</dt><dd><code>${shortHash(flow.head)}</code></dd></div>
      <div><dt>${texts.tellers}</dt><dd><code>${shortHash(flow.tellers)}</code></dd></div>
    </dl>`;
  }

  private wordsOf(question: Question, choice: Choice | null): string[] {
    return choice === 'blank' ? [this.texts.blank]
      : choice === null || choice.length === 0 ? [this.texts.nothingChosen]
      : choice.map((it) => question.answers[it]!);
  }

  private summary(flow: BoothFlow, changeable: boolean): TemplateResult {
    return html`<dl class="rs-booth-summary">
      ${flow.questions.map(
        (question, i) => html`<div>
          <dt>${question.question}</dt>
          <dd>
            <ul>
              ${this.wordsOf(question, flow.choices[i]!).map((it) => html`<li>${it}</li>`)}
            </ul>
            ${changeable
              ? html`<button type="button" class="rs-booth-small" @click=${() => flow.change(i)}>
                  ${this.texts.change}<span class="rs-visually-hidden">: ${question.question}</span>
                </button>`
              : nothing}
          </dd>
        </div>`,
      )}
    </dl>`;
  }

  private review(flow: BoothFlow): TemplateResult {
    const { texts } = this;
    return html`<h2 class="rs-booth-title" tabindex="-1">${texts.review}</h2>
      ${this.summary(flow, true)}
      <p class="rs-booth-hint">${texts.reviewHint}</p>
      <div class="rs-booth-actions">
        <button type="button" class="rs-booth-main" @click=${() => void flow.encrypt()}>${texts.encrypt}</button>
      </div>`;
  }

  private tracker(tracker: string): TemplateResult {
    const { texts } = this;
    const words = fourWords(tracker, this.list);
    return html`<div class="rs-booth-tracker">
      <h3>${texts.tracker}</h3>
      <p class="rs-booth-code" translate="no"><code>${grouped(tracker).map((it) => html`<span>${it}</span>`)}</code></p>
      ${words.length === 0
        ? nothing
        : html`<p class="rs-booth-words"><span>${texts.words}</span> <strong>${words.join(' · ')}</strong></p>`}
      <div class="rs-booth-tools">
        <button type="button" class="rs-booth-small" @click=${() => void this.copy(tracker)}>${texts.copy}</button>
        <button type="button" class="rs-booth-small" @click=${() => print()}>${texts.print}</button>
        <span role="status">${this.copied ? texts.copied : ''}</span>
      </div>
    </div>`;
  }

  private encrypted(flow: BoothFlow, tracker: string): TemplateResult {
    const { texts } = this;
    return html`<h2 class="rs-booth-title" tabindex="-1">${texts.encrypted}</h2>
      <p class="rs-booth-hint">${texts.encryptedHint}</p>
      ${this.tracker(tracker)}
      <div class="rs-booth-actions">
        <button type="button" class="rs-booth-main" @click=${() => void flow.cast()}>${texts.cast}</button>
      </div>
      <details class="rs-booth-challenge">
        <summary>${texts.challengeHint}</summary>
        <p>${texts.challengeMore}</p>
        <button type="button" class="rs-booth-other" @click=${() => void flow.challenge()}>${texts.challenge}</button>
      </details>`;
  }

  private opened(flow: BoothFlow, tracker: string, opening: string): TemplateResult {
    const { texts } = this;
    const address = new URL(`${this.check}#${opening}`, document.baseURI).href;
    return html`<h2 class="rs-booth-title" tabindex="-1">${texts.opened}</h2>
      <p class="rs-booth-hint">${texts.openedHint}</p>
      <div class="rs-booth-qr">${qrCode(address, texts.openedLink)}</div>
      <p><a href=${address} target="_blank" rel="noopener">${texts.openedLink}</a></p>
      ${this.tracker(tracker)}
      <h3 class="rs-booth-sub">${texts.openedChoice}</h3>
      ${this.summary(flow, false)}
      <div class="rs-booth-actions">
        <button type="button" class="rs-booth-main" @click=${() => flow.again()}>${texts.again}</button>
      </div>`;
  }

  private cast(tracker: string): TemplateResult {
    const { texts } = this;
    return html`<div class="rs-booth-done">
        <span class="rs-booth-done-sign" aria-hidden="true">✓</span>
        <h2 class="rs-booth-title" tabindex="-1">${texts.done}</h2>
        <p class="rs-booth-hint">${texts.doneHint}</p>
      </div>
      ${this.tracker(tracker)}
      <div class="rs-booth-qr rs-booth-qr-small">${qrCode(tracker, texts.qr)}</div>
      ${this.kiosk
        ? html`<div class="rs-booth-actions">
            <button type="button" class="rs-booth-main" @click=${() => this.leaveKiosk()}>${texts.finish}</button>
          </div>`
        : nothing}`;
  }
}

customElements.define('rs-booth', Booth);

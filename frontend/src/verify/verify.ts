import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { fileChoice } from '../ballot/file-choice';
import { download, filled, wordList } from '../ballot/window';
import { COMPARED_DIGITS, fourWords, grouped, isOneOf } from '../ballot/words';
import './opened-ballot';
import { verifyInWorkers } from './pool';
import { CHECKS, type Check, type CheckId, type Given, type Heads, type Outcome, type Report } from './verification';

/**
 * Check it yourself: fetches the archive of an election and runs every check in the visitor's own browser.
 *
 * Attributes: `archive` its address; `strong` address of the strong proofs, if there are any; `worker` address of verify-worker.js; `words`
 * address of the list of words; `heads` hashes that were shown and recorded, as JSON; `revoting` if voters may vote again, `weighted` if votes may
 * have weights, both in records of others only; `texts` the labels as JSON. Event `ballots-verified` with the report.
 */
export type VerifyTexts = Words &
  Record<`outcome.${Outcome}`, string> &
  Record<`check.${CheckId}.${'title' | 'meaning'}`, string> &
  Record<`head.${keyof Heads | 'tellers'}`, string> &
  Record<`reason.${string}`, string>;

interface Words {
  fetching: string;
  notFetched: string;
  again: string;
  checking: string;
  ballotsDone: string;
  accepted: string;
  acceptedOpen: string;
  unproved: string;
  rejected: string;
  checks: string;
  place: string;
  result: string;
  blank: string;
  numbers: string;
  replaced: string;
  weight: string;
  trackers: string;
  trackersHint: string;
  search: string;
  found: string;
  notFound: string;
  more: string;
  heads: string;
  headsHint: string;
  headSame: string;
  headOther: string;
  headAlone: string;
  compare: string;
  compareHint: string;
  download: string;
  downloadProofs: string;
  earlier: string;
  earlierHint: string;
  earlierChoose: string;
  earlierNone: string;
}

const PAGE = 50;

class Verify extends LitElement {
  static override properties = {
    archive: {},
    strong: {},
    worker: {},
    words: {},
    heads: { type: Object },
    revoting: { type: Boolean },
    weighted: { type: Boolean },
    texts: { type: Object },
    list: { state: true },
    state: { state: true },
    step: { state: true },
    report: { state: true },
    sought: { state: true },
    shown: { state: true },
    typed: { state: true },
  };

  declare archive: string;
  declare strong: string;
  declare worker: string;
  declare words: string;
  declare heads: Partial<Heads> | null;
  declare revoting: boolean;
  declare weighted: boolean;
  declare texts: VerifyTexts;
  declare list: string[];
  declare state: 'fetching' | 'lost' | 'checking' | 'done';
  declare step: { check: CheckId; done: number; all: number } | null;
  declare report: Report | null;
  declare sought: string;
  declare shown: number;
  /** A hash that the visitor has from elsewhere. */
  declare typed: string;
  private bytes: Uint8Array<ArrayBuffer> | null = null;
  private proofs: Uint8Array<ArrayBuffer> | null = null;
  private earlier: Uint8Array<ArrayBuffer> | null = null;
  private earlierFile: File | null = null;
  private running: AbortController | null = null;

  constructor() {
    super();
    this.heads = null;
    this.revoting = false;
    this.weighted = false;
    this.list = [];
    this.state = 'fetching';
    this.step = null;
    this.report = null;
    this.sought = '';
    this.shown = PAGE;
    this.typed = '';
  }

  // The page's own styles apply.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.running?.abort();
    super.disconnectedCallback();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('archive')) {
      void this.run();
    }
    if (changed.has('words') && this.words) {
      void wordList(this.words).then((it) => (this.list = it));
    }
  }

  private async run(): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.state = 'fetching';
    this.report = null;
    try {
      const [bytes, strong] = await Promise.all([fetched(this.archive, running.signal), this.strong ? fetched(this.strong, running.signal) : null]);
      this.bytes = bytes;
      this.proofs = strong;
      this.state = 'checking';
      const given: Given = {
        strong: strong === null ? undefined : new TextDecoder().decode(strong),
        heads: this.heads ?? undefined,
        earlier: this.earlier ?? undefined,
        revoting: this.revoting,
        weighted: this.weighted,
      };
      const report = await verifyInWorkers(
        this.worker,
        bytes,
        given,
        (check, done, all) => (this.step = { check, done, all }),
        running.signal,
      );
      this.report = report;
      this.state = 'done';
      this.dispatchEvent(new CustomEvent('ballots-verified', { detail: report }));
    } catch (fault) {
      if (!running.signal.aborted) {
        console.error(fault);
        this.state = 'lost';
      }
    }
  }

  private async compareWith(file: File | null): Promise<void> {
    if (file !== null) {
      this.earlierFile = file;
      this.earlier = new Uint8Array(await file.arrayBuffer());
      await this.run();
      await this.updateComplete;
      this.querySelector<HTMLElement>('.rs-file-choice > button')?.focus(); // it was away while everything was checked again
    }
  }

  protected override render(): unknown {
    const { texts, report } = this;
    if (!texts) {
      return nothing;
    }
    return html`<div class="rs-verify" data-state=${this.state}>
      <div role="status" aria-live="polite">${this.verdict()}</div>
      ${report === null
        ? nothing
        : html`${this.result(report)} ${this.checks(report)} ${this.trackers(report)} ${this.chain(report)} ${this.files(report)}`}
    </div>`;
  }

  private verdict(): TemplateResult {
    const { texts, report, step } = this;
    switch (this.state) {
      case 'fetching':
        return html`<p class="rs-booth-note">${texts.fetching}</p>`;
      case 'lost':
        return html`<p class="rs-booth-note" data-mood="warning">${texts.notFetched}</p>
          <button type="button" class="rs-booth-other" @click=${() => void this.run()}>${texts.again}</button>`;
      case 'checking': {
        const now = step === null ? 0 : CHECKS.indexOf(step.check);
        const share = step !== null && step.all > 0 ? step.done / step.all : 0;
        return html`<p class="rs-booth-note">
            ${filled(texts.checking, step === null ? '' : texts[`check.${step.check}.title`])}
            ${step !== null && step.all > 0 ? filled(texts.ballotsDone, step.done, step.all) : nothing}
          </p>
          <progress class="rs-verify-progress" max=${CHECKS.length} .value=${now + share} aria-label=${texts.checks}></progress>`;
      }
      case 'done': {
        const { accepted, complete, checks } = report!;
        const [mood, sign, words] =
          accepted ? ['success', '✓', complete ? texts.accepted : texts.acceptedOpen]
          : checks.some((it) => it.outcome === 'FAILED') ? ['danger', '✕', texts.rejected]
          : ['warning', '…', texts.unproved];
        return html`<p class="rs-booth-note" data-mood=${mood}><strong aria-hidden="true">${sign}</strong> ${words}</p>`;
      }
    }
  }

  private result(report: Report): TemplateResult {
    const { texts } = this;
    return html`<section>
      <h2>${texts.result}</h2>
      ${report.questions.map((question, q) => {
        const counts = report.result?.[q];
        const rows = [...(question.blank ? [texts.blank] : []), ...question.answers];
        const most = Math.max(1, report.trackers.length, ...(counts ?? []));
        const order = question.blank ? [...question.answers.map((_, i) => i + 1), 0] : question.answers.map((_, i) => i);
        return html`<table class="rs-verify-result">
          <caption>${question.question}</caption>
          <tbody>
            ${order.map(
              (i) => html`<tr>
                <th scope="row">${rows[i]}</th>
                <td class="rs-verify-count">${counts?.[i] ?? '–'}</td>
                <td aria-hidden="true">${counts ? html`<meter min="0" max=${most} .value=${counts[i]!}></meter>` : nothing}</td>
              </tr>`,
            )}
          </tbody>
        </table>`;
      })}
      <p>${filled(texts.numbers, report.counted, report.registered)}</p>
      ${this.weighted ? html`<p>${filled(texts.weight, report.weight)}</p>` : nothing}
      ${report.replaced > 0 ? html`<p>${filled(texts.replaced, report.replaced)}</p>` : nothing}
    </section>`;
  }

  private checks(report: Report): TemplateResult {
    const { texts } = this;
    return html`<section>
      <h2>${texts.checks}</h2>
      <ol class="rs-verify-checks">
        ${report.checks.map((it) => this.check(it))}
      </ol>
    </section>`;
  }

  private check({ id, outcome, reason, place, detail }: Check): TemplateResult {
    const { texts } = this;
    const sign = { PASSED: '✓', FAILED: '✕', OPEN: '…', LEFT: '–' }[outcome];
    return html`<li class="rs-verify-check" data-outcome=${outcome}>
      <span class="rs-verify-sign" aria-hidden="true">${sign}</span>
      <details ?open=${outcome === 'FAILED'}>
        <summary><span>${texts[`check.${id}.title`]}</span> <small>${texts[`outcome.${outcome}`]}</small></summary>
        <p>${texts[`check.${id}.meaning`]}</p>
        ${reason === undefined
          ? nothing
          : html`<p class="rs-verify-reason">
              ${texts[`reason.${reason}`] ?? reason}
              ${place === undefined ? nothing : filled(texts.place, place)}
              ${detail === undefined || detail === reason ? nothing : html`<br /><code>${detail}</code>`}
            </p>`}
      </details>
    </li>`;
  }

  private trackers(report: Report): TemplateResult {
    const { texts } = this;
    const wanted = this.sought.replace(/\s/g, '');
    const matching = report.trackers.filter((it) => this.fits(it, wanted));
    return html`<section>
      <h2>${texts.trackers}</h2>
      <p>${texts.trackersHint}</p>
      <label class="rs-verify-search">
        <span>${texts.search}</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${this.sought}
          @input=${(event: Event) => {
            this.sought = (event.target as HTMLInputElement).value;
            this.shown = PAGE;
          }}
        />
      </label>
      <p role="status">${wanted === '' ? nothing : matching.length > 0 ? filled(texts.found, matching.length) : texts.notFound}</p>
      <ul class="rs-verify-trackers" translate="no">
        ${matching.slice(0, this.shown).map(
          (it) => html`<li>
            <code>${it}</code>
            <span>${fourWords(it, this.list).join(' · ')}</span>
          </li>`,
        )}
      </ul>
      ${matching.length > this.shown
        ? html`<button type="button" class="rs-booth-other" @click=${() => (this.shown += 4 * PAGE)}>
            ${filled(texts.more, matching.length - this.shown)}
          </button>`
        : nothing}
    </section>`;
  }

  /** By letters of the tracker or by its words. */
  private fits(tracker: string, wanted: string): boolean {
    return (
      tracker.includes(wanted) ||
      (wanted.length > 2 && fourWords(tracker, this.list).join('·').toLowerCase().includes(wanted.toLowerCase()))
    );
  }

  private chain(report: Report): TemplateResult {
    const { texts } = this;
    const typed = this.typed.trim();
    const same = isOneOf(typed, [...Object.values(report.heads), report.tellers].filter((it) => it !== ''));
    return html`<section>
      <h2>${texts.heads}</h2>
      <p>${texts.headsHint}</p>
      <dl class="rs-verify-heads">
        ${(Object.entries(report.heads) as [keyof Heads, string][])
          .filter(([, hash]) => hash !== '')
          .map(([moment, hash]) => {
            const recorded = this.heads?.[moment] ?? '';
            const told = recorded === '' ? texts.headAlone : recorded === hash ? texts.headSame : texts.headOther;
            return html`<div data-outcome=${recorded === '' ? 'LEFT' : recorded === hash ? 'PASSED' : 'FAILED'}>
              <dt>${texts[`head.${moment}`]}</dt>
              <dd><code>${grouped(hash).join(' ')}</code><span>${told}</span></dd>
            </div>`;
          })}
        <div data-outcome="LEFT">
          <dt>${texts['head.tellers']}</dt>
          <dd><code>${grouped(report.tellers).join(' ')}</code></dd>
        </div>
      </dl>
      <label class="rs-verify-search">
        <span>${texts.compare}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck="false"
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
        />
      </label>
      <p role="status">
        ${typed === '' ? nothing : same === null ? filled(texts.compareHint, COMPARED_DIGITS) : same ? texts.headSame : texts.headOther}
      </p>
    </section>`;
  }

  private files(report: Report): TemplateResult {
    const { texts } = this;
    return html`<section class="rs-verify-files">
      <button
        type="button"
        class="rs-booth-other"
        @click=${() => download(`${report.uuid || 'archive'}.bel`, this.bytes!, 'application/octet-stream')}
      >
        ${texts.download}
      </button>
      ${this.proofs === null
        ? nothing
        : html`<button
            type="button"
            class="rs-booth-other"
            @click=${() => download(`${report.uuid || 'archive'}.proofs.json`, this.proofs!, 'application/json')}
          >
            ${texts.downloadProofs}
          </button>`}
      <div class="rs-verify-earlier">
        <span>${texts.earlier}</span>
        <small>${texts.earlierHint}</small>
        ${fileChoice({
          choose: texts.earlierChoose,
          purpose: texts.earlier,
          none: texts.earlierNone,
          accept: '.bel',
          file: this.earlierFile,
          chosen: (file) => void this.compareWith(file),
        })}
      </div>
    </section>`;
  }
}

async function fetched(address: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address, { credentials: 'same-origin', signal });
  if (!answer.ok) {
    throw new Error(`not fetched: ${answer.status}`);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

customElements.define('rs-verify', Verify);

import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Calls } from '../ballot/calls';
import { readElection, type Question } from '../ballot/election';
import { filled, wordList } from '../ballot/window';
import { fourWords, grouped } from '../ballot/words';
import type { ChallengeFound } from './verify-worker';

/**
 * Shows on a second device what an opened ballot really holds. What the booth opened stands behind the # of the address, which no server
 * ever sees.
 *
 * Attributes: `election` and `credentials` addresses of the two files; `worker` address of verify-worker.js; `words` address of the list of
 * words; `texts` the labels as JSON.
 */
export interface OpenedBallotTexts {
  checking: string;
  nothing: string;
  broken: string;
  holds: string;
  compare: string;
  tracker: string;
  words: string;
  blank: string;
  nothingChosen: string;
  questionOf: string;
}

class OpenedBallot extends LitElement {
  static override properties = {
    election: {},
    credentials: {},
    worker: {},
    words: {},
    texts: { type: Object },
    list: { state: true },
    state: { state: true },
  };

  declare election: string;
  declare credentials: string;
  declare worker: string;
  declare words: string;
  declare texts: OpenedBallotTexts;
  declare list: string[];
  declare state: 'checking' | 'nothing' | 'broken' | 'found';
  private questions: Question[] = [];
  private found: ChallengeFound | null = null;

  constructor() {
    super();
    this.list = [];
    this.state = 'checking';
  }

  // The page's own styles apply.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.look);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.look);
    super.disconnectedCallback();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('election') || changed.has('credentials')) {
      this.look();
    }
    if (changed.has('words') && this.words) {
      void wordList(this.words).then((it) => (this.list = it));
    }
  }

  private readonly look = (): void => void this.run(location.hash.slice(1));

  private async run(opening: string): Promise<void> {
    if (opening === '') {
      this.state = 'nothing';
      return;
    }
    this.state = 'checking';
    const calls = new Calls(new Worker(this.worker, { type: 'module' }));
    try {
      const [election, credentials] = await Promise.all([fetched(this.election), fetched(this.credentials)]);
      this.questions = readElection(election).questions;
      this.found = await calls.call<ChallengeFound>('challenge', { election, credentials, opening });
      this.state = this.found.tracker === null ? 'broken' : 'found';
    } catch (fault) {
      console.error(fault);
      this.state = 'broken';
    } finally {
      calls.end();
    }
  }

  protected override render(): unknown {
    const { texts, state } = this;
    if (!texts) {
      return nothing;
    }
    return html`<div class="rs-booth" role="status">
      ${state === 'found'
        ? this.content()
        : html`<p class="rs-booth-note" data-mood=${state === 'broken' ? 'danger' : 'info'}>${texts[state]}</p>`}
    </div>`;
  }

  private content(): TemplateResult {
    const { texts } = this;
    const { tracker, opened } = this.found!;
    const words = fourWords(tracker!, this.list);
    return html`<p class="rs-booth-note" data-mood="success">${texts.holds}</p>
      <dl class="rs-booth-summary">
        ${this.questions.map(
          (question, i) => html`<div>
            <dt>${this.questions.length > 1 ? `${filled(texts.questionOf, i + 1, this.questions.length)}: ` : nothing}${question.question}</dt>
            <dd>
              <ul>
                ${this.chosen(question, opened!.marks[i]!).map((it) => html`<li>${it}</li>`)}
              </ul>
            </dd>
          </div>`,
        )}
      </dl>
      <p>${texts.compare}</p>
      <div class="rs-booth-tracker">
        <h3>${texts.tracker}</h3>
        <p class="rs-booth-code" translate="no"><code>${grouped(tracker!).map((it) => html`<span>${it}</span>`)}</code></p>
        ${words.length === 0 ? nothing : html`<p class="rs-booth-words"><span>${texts.words}</span> <strong>${words.join(' · ')}</strong></p>`}
      </div>`;
  }

  private chosen(question: Question, marks: readonly boolean[]): string[] {
    const answers = question.blank ? marks.slice(1) : marks;
    const chosen = question.answers.filter((_, i) => answers[i]);
    return question.blank && marks[0] ? [this.texts.blank] : chosen.length > 0 ? chosen : [this.texts.nothingChosen];
  }
}

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`not fetched: ${answer.status}`);
  }
  return answer.text();
}

customElements.define('rs-opened-ballot', OpenedBallot);

import { LitElement, html } from 'lit';
import { asText, left, seconds, standing, type SpeechTime, type Standing } from './speech-time';

interface Texts {
  free: string;
  enough: string;
  near: string;
  over: string;
  paused: string;
  sayNear: string;
  sayOver: string;
}

/** Tell the states apart without colour. */
const SIGNS: Record<Standing | 'paused', string> = { free: '●', enough: '●', near: '▲', over: '■', paused: '❚❚' };

/**
 * A clock that counts up how long something has been going on against what it may take, such as a speech, or down what is left until
 * a moment, where it stands still. The server says how much it was when it spoke; from then on the browser counts by a clock that
 * nobody sets, and asks again when the page was asleep. Without texts it shows the time and nothing else. Server side:
 * de.ratssaal.floor.ui.SpeechClock and de.ratssaal.base.ui.Countdown.
 */
class Clock extends LitElement {
  static override properties = {
    direction: {},
    elapsed: { type: Number },
    allowed: { type: Number },
    warning: { type: Number },
    running: { type: Boolean },
    texts: { attribute: false },
    shown: { state: true },
    said: { state: true },
  };

  declare direction: 'up' | 'down';
  declare elapsed: number;
  declare allowed: number;
  declare warning: number;
  declare running: boolean;
  declare texts: Partial<Texts>;
  declare shown: string;
  declare said: string;
  private heardAt = performance.now();
  private stood: Standing | null = null;
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.direction = 'up';
    this.elapsed = 0;
    this.allowed = -1;
    this.warning = 30_000;
    this.running = false;
    this.texts = {};
    this.shown = '';
    this.said = '';
  }

  /** Part of the page itself, so that the page's styles reach it. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.tick(), 200);
    document.addEventListener('visibilitychange', this.woke);
  }

  override disconnectedCallback(): void {
    clearInterval(this.ticking);
    document.removeEventListener('visibilitychange', this.woke);
    super.disconnectedCallback();
  }

  private readonly woke = (): void => {
    if (document.visibilityState === 'visible') {
      this.dispatchEvent(new CustomEvent('clock-woke'));
    }
  };

  protected override willUpdate(changed: Map<string, unknown>): void {
    // what is left was counted when it was said, as what has gone by was
    if (changed.has('elapsed') || changed.has('running') || (this.direction === 'down' && changed.has('allowed'))) {
      this.heardAt = performance.now();
    }
    if (changed.has('allowed')) {
      this.stood = null; // more time was given: it ends once more
      this.said = '';
    }
    this.shown = this.text();
  }

  private time(): SpeechTime {
    const since = this.running ? performance.now() - this.heardAt : 0;
    return { elapsed: this.elapsed + since, allowed: this.allowed, warning: this.warning };
  }

  private text(): string {
    return asText(this.direction === 'down' ? left(this.time()) : seconds(this.time()));
  }

  private tick(): void {
    const now = standing(this.time());
    if (this.running && this.stood !== null && this.stood !== now) {
      this.said = now === 'near' ? (this.texts.sayNear ?? '') : now === 'over' ? (this.texts.sayOver ?? '') : '';
    }
    this.stood = now;
    this.shown = this.text();
  }

  protected override render() {
    const time = html`<span class="rs-clock-time" role="timer" aria-live="off">${this.shown}</span>`;
    if (Object.keys(this.texts).length === 0) {
      return time;
    }
    const state = standing(this.time());
    const sign = this.running ? state : 'paused';
    return html`
      <span class="rs-clock" data-state=${state} ?data-paused=${!this.running}>
        <span class="rs-clock-sign" aria-hidden="true">${SIGNS[sign]}</span>
        ${time}
        <span class="rs-clock-word">${this.texts[state] ?? ''}${this.running ? '' : ` · ${this.texts.paused ?? ''}`}</span>
      </span>
      <span class="rs-visually-hidden" role="status">${this.said}</span>
    `;
  }
}

customElements.define('rs-clock', Clock);

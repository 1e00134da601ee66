import { LitElement, html } from 'lit';
import { asText } from './speech-time';

/**
 * What is left until a moment. The server says how much that is; from then on the browser counts by a clock that nobody sets, and
 * asks again when the page was asleep. Server side: de.ratssaal.display.ui.Countdown.
 */
class Countdown extends LitElement {
  static override properties = {
    left: { type: Number },
    shown: { state: true },
  };

  declare left: number;
  declare shown: string;
  private heardAt = performance.now();
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.left = 0;
    this.shown = '';
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
    if (changed.has('left')) {
      this.heardAt = performance.now();
      this.tick();
    }
  }

  private tick(): void {
    this.shown = asText(Math.max(0, Math.ceil((this.left - (performance.now() - this.heardAt)) / 1000)));
  }

  protected override render() {
    return html`<span role="timer" aria-live="off">${this.shown}</span>`;
  }
}

customElements.define('rs-countdown', Countdown);

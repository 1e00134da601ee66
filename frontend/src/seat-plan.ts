import { LitElement, html, nothing, svg, type PropertyValues, type SVGTemplateResult } from 'lit';
import { arrange, type Spot } from './half-circle';

type State = 'ABSENT' | 'PRESENT' | 'RECUSED' | 'VOTED' | 'YES' | 'NO' | 'ABSTAIN';

interface Place {
  key: string;
  place: number;
  name: string;
  group: string | null;
  color: string | null;
}

interface Seat extends Place {
  state: State;
  remote: boolean;
  self: boolean;
}

/** One letter for each seat; a great one for somebody who takes part from elsewhere. */
const LETTERS: Record<string, State> = {
  a: 'ABSENT',
  p: 'PRESENT',
  r: 'RECUSED',
  v: 'VOTED',
  y: 'YES',
  n: 'NO',
  s: 'ABSTAIN',
};

/** Signs inside a seat of radius 10; they tell the states apart without colour. */
const SIGNS: Record<State, SVGTemplateResult | typeof nothing> = {
  ABSENT: nothing,
  PRESENT: svg`<circle class="rs-seat-dot" r="3.2"/>`,
  RECUSED: svg`<path class="rs-seat-sign" d="M-4.2 4.2 L4.2 -4.2"/>`,
  VOTED: svg`<circle class="rs-seat-sign" r="4"/><circle class="rs-seat-dot" r="1.4"/>`,
  YES: svg`<path class="rs-seat-sign" d="M-4.6 0.4 L-1.4 3.6 L4.6 -3.4"/>`,
  NO: svg`<path class="rs-seat-sign" d="M-3.8 -3.8 L3.8 3.8 M3.8 -3.8 L-3.8 3.8"/>`,
  ABSTAIN: svg`<path class="rs-seat-sign" d="M-4.6 0 L4.6 0"/>`,
};

const WIDTH = 1000;

/** The chamber from above. Server side: de.ratssaal.base.ui.SeatPlan. */
class SeatPlan extends LitElement {
  static override properties = {
    seating: { attribute: false },
    states: { attribute: false },
    self: { attribute: false },
    texts: { attribute: false },
    label: {},
    listLabel: { attribute: false },
    remoteLabel: { attribute: false },
    selfLabel: { attribute: false },
    selectable: { type: Boolean },
    active: { state: true },
  };

  /** Who sits where, as JSON. */
  declare seating: string;
  declare states: string;
  /** Key of the reader's own seat. */
  declare self: string;
  declare texts: Partial<Record<State, string>>;
  declare label: string;
  declare listLabel: string;
  declare remoteLabel: string;
  declare selfLabel: string;
  declare selectable: boolean;
  declare active: number;

  private places: Place[] = [];
  private seats: Seat[] = [];

  constructor() {
    super();
    this.seating = '[]';
    this.states = '';
    this.self = '';
    this.texts = {};
    this.label = '';
    this.listLabel = '';
    this.remoteLabel = '';
    this.selfLabel = '';
    this.selectable = false;
    this.active = 0;
  }

  /** Part of the page itself, so that the page's styles reach it. */
  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('seating')) {
      this.places = JSON.parse(this.seating) as Place[];
    }
    this.seats = this.places.map((place, at) => {
      const letter = this.states.charAt(at);
      const state = LETTERS[letter.toLowerCase()] ?? 'ABSENT';
      return { ...place, state, remote: letter !== letter.toLowerCase(), self: place.key === this.self };
    });
  }

  protected override render() {
    const members = this.seats.filter((seat) => seat.place > 0).sort((a, b) => a.place - b.place);
    const presiding = this.seats.filter((seat) => seat.place === 0);
    const plan = arrange(members.length, presiding.length, WIDTH);
    const spots: [Seat, Spot][] = [
      ...members.map((seat, at): [Seat, Spot] => [seat, plan.members[at]]),
      ...presiding.map((seat, at): [Seat, Spot] => [seat, plan.presiding[at]]),
    ];
    return html`
      <svg
        class="rs-seats"
        viewBox="0 0 ${WIDTH} ${plan.height}"
        role=${this.selectable ? 'group' : 'img'}
        aria-label=${this.summary()}
        @keydown=${this.move}
      >
        ${spots.map(([seat, spot], at) => this.seat(seat, spot, plan.radius, at))}
      </svg>
      <details class="rs-seats-list">
        <summary>${this.listLabel}</summary>
        <ul>
          ${spots.map(([seat]) => html`<li>${this.line(seat)}</li>`)}
        </ul>
      </details>
    `;
  }

  private seat(seat: Seat, spot: Spot, radius: number, at: number) {
    const scale = radius / 10;
    return svg`<g
      class="rs-seat rs-seat-${seat.state.toLowerCase()} ${seat.self ? 'rs-seat-self' : ''}"
      transform="translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)}) scale(${scale.toFixed(3)})"
      style=${seat.color ? `--rs-group: ${seat.color}` : ''}
      role=${this.selectable ? 'button' : nothing}
      tabindex=${this.selectable ? (at === this.active ? 0 : -1) : nothing}
      aria-label=${this.selectable ? this.describe(seat) : nothing}
      aria-hidden=${this.selectable ? nothing : 'true'}
      @click=${() => this.choose(seat, at)}
    >
      <title>${this.describe(seat)}</title>
      <circle class="rs-seat-ring" r="9"/>
      <circle class="rs-seat-fill" r="7.2"/>
      ${SIGNS[seat.state]}
      ${seat.remote ? svg`<path class="rs-seat-remote" d="M4.5 -10 a5.5 5.5 0 0 1 5.5 5.5 M4.5 -7 a2.5 2.5 0 0 1 2.5 2.5"/>` : nothing}
    </g>`;
  }

  private line(seat: Seat) {
    return this.selectable
      ? html`<button type="button" @click=${() => this.choose(seat)}>${this.describe(seat)}</button>`
      : this.describe(seat);
  }

  private describe(seat: Seat) {
    return [
      seat.name + (seat.group ? ` (${seat.group})` : ''),
      seat.self ? this.selfLabel : '',
      this.texts[seat.state] ?? seat.state,
      seat.remote ? this.remoteLabel : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  private summary() {
    const counts = new Map<State, number>();
    this.seats.forEach((seat) => counts.set(seat.state, (counts.get(seat.state) ?? 0) + 1));
    const parts = [...counts].map(([state, count]) => `${count} ${this.texts[state] ?? state}`);
    return `${this.label}: ${parts.join(', ')}`;
  }

  private choose(seat: Seat, at?: number) {
    if (!this.selectable) {
      return;
    }
    if (at !== undefined) {
      this.active = at;
    }
    this.dispatchEvent(new CustomEvent('seat-click', { detail: { key: seat.key } }));
  }

  /** One stop for the tab key; arrows go from seat to seat. */
  private move(event: KeyboardEvent) {
    const seats = [...this.querySelectorAll<SVGGElement>('g.rs-seat')];
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!this.selectable || !seats.length) {
      return;
    }
    if (step) {
      event.preventDefault();
      this.active = (this.active + step + seats.length) % seats.length;
      seats[this.active].focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      seats[this.active].dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
  }
}

customElements.define('rs-seat-plan', SeatPlan);

import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Devices, type Trouble } from './devices';
import { askRelay, turnServers, type Relay } from './relay';

type Texts = Record<
  | 'own'
  | 'ownHint'
  | 'begin'
  | 'end'
  | 'cameraWorks'
  | 'microphoneWorks'
  | 'turn'
  | 'turnHint'
  | 'turnNone'
  | 'turnTest'
  | 'turnTesting'
  | 'turnWorks'
  | 'turnRefused'
  | 'turnSilent'
  | 'camera'
  | 'microphone'
  | 'preview'
  | 'level'
  | 'tone'
  | 'noPicture'
  | `trouble.${Trouble}`,
  string
>;

/**
 * What only a browser can try: camera and microphone of this device, and whether TURN servers give it a way.
 *
 * Attributes: `texts` the labels as JSON; `servers` the operator's STUN and TURN servers as JSON.
 */
export class ConferenceCheck extends LitElement {
  static override properties = { texts: { type: Object }, servers: { type: Array } };

  declare texts: Texts;
  declare servers: RTCIceServer[];

  private readonly devices = new Devices();
  private isOpen = false;
  private readonly found = new Map<string, Relay | 'testing'>();

  constructor() {
    super();
    this.texts = {} as Texts;
    this.servers = [];
  }

  // The page's own styles apply.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.devices.close();
    this.isOpen = false;
    super.disconnectedCallback();
  }

  private async begin(): Promise<void> {
    this.isOpen = true;
    this.requestUpdate();
    await this.devices.openMicrophone();
    if (this.isOpen) {
      this.devices.listen((level) => {
        const meter = this.querySelector('meter');
        if (meter) {
          meter.value = level;
        }
      });
      await this.devices.openCamera();
    }
    this.requestUpdate();
  }

  private end(): void {
    this.isOpen = false;
    this.devices.close();
    this.requestUpdate();
  }

  private async askAll(): Promise<void> {
    await Promise.all(
      turnServers(this.servers).map(async (it) => {
        this.found.set(it.urls as string, 'testing');
        this.requestUpdate();
        this.found.set(it.urls as string, await askRelay(it).catch(() => 'silent' as const));
        this.requestUpdate();
      }),
    );
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    return html`<section class="rs-card rs-conference-part">
        <h2>${texts.own}</h2>
        <p>${texts.ownHint}</p>
        ${this.isOpen ? this.device() : nothing}
        <div class="rs-actions">
          ${this.isOpen ? button(texts.end, () => this.end()) : button(texts.begin, () => void this.begin())}
          ${button(texts.tone, () => void this.devices.tone())}
        </div>
      </section>
      <section class="rs-card rs-conference-part">
        <h2>${texts.turn}</h2>
        ${this.turn()}
      </section>`;
  }

  private device(): TemplateResult {
    const { texts, devices } = this;
    return html`<div class="rs-conference-check">
      <div class="rs-conference-preview">
        ${devices.camera
          ? html`<video autoplay playsinline .muted=${true} .srcObject=${new MediaStream([devices.camera])} aria-label=${texts.preview}></video>`
          : html`<span>${texts.noPicture}</span>`}
      </div>
      <div class="rs-conference-fields" role="status">
        <p>${devices.cameraTrouble ? `${texts.camera}: ${texts[`trouble.${devices.cameraTrouble}`]}` : devices.camera ? texts.cameraWorks : ''}</p>
        <p>
          ${devices.microphoneTrouble
            ? `${texts.microphone}: ${texts[`trouble.${devices.microphoneTrouble}`]}`
            : devices.microphone
              ? texts.microphoneWorks
              : ''}
        </p>
        <label class="rs-conference-field"
          ><span>${texts.level}</span><meter class="rs-conference-level" min="0" max="1" value="0"></meter
        ></label>
      </div>
    </div>`;
  }

  private turn(): TemplateResult {
    const { texts } = this;
    const all = turnServers(this.servers);
    if (all.length === 0) {
      return html`<p>${texts.turnNone}</p>`;
    }
    return html`<p>${texts.turnHint}</p>
      <ul role="status">
        ${all.map((it) => html`<li><strong>${it.urls}</strong> ${this.said(this.found.get(it.urls as string))}</li>`)}
      </ul>
      <div class="rs-actions">${button(texts.turnTest, () => void this.askAll())}</div>`;
  }

  private said(found: Relay | 'testing' | undefined): string {
    const { texts } = this;
    switch (found) {
      case 'testing':
        return texts.turnTesting;
      case 'works':
        return texts.turnWorks;
      case 'refused':
        return texts.turnRefused;
      case 'silent':
        return texts.turnSilent;
      case undefined:
        return '';
    }
  }
}

function button(text: string, press: () => void): TemplateResult {
  return html`<button type="button" class="rs-button rs-button-secondary" @click=${press}>${text}</button>`;
}

customElements.define('rs-conference-check', ConferenceCheck);
